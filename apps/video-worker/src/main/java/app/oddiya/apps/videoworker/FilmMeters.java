package app.oddiya.apps.videoworker;

import app.oddiya.application.video.RenderNextVideo.Round;
import app.oddiya.domain.video.job.VideoJob;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;

/// What came of the messages that this worker has taken, and how long people waited for films.
final class FilmMeters implements MeterBinder {

  private static final Duration[] WAITS = {
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1)
  };

  private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
  private final Timer waited =
      Timer.builder("video.film.wait")
          .description("From the order of a film to the film, queues and retries included")
          .serviceLevelObjectives(WAITS)
          .register(meters);

  FilmMeters() {
    // A first one of these is a step from zero.
    count("made", "none");
    count("failed", "internal_error");
    count("retried", "internal_error");
    count("postponed", "none");
    count("lost", "none");
    count("stale", "none");
  }

  void count(Round round) {
    switch (round) {
      case Round.Idle() -> {}
      case Round.Stale _ -> count("stale", "none").increment();
      case Round.Made(var job, var _) -> {
        count("made", "none").increment();
        waited.record(Duration.between(job.brief().createdAt(), job.endedAt()));
      }
      case Round.NotMade(VideoJob.Failed _, var failure, var _) ->
          count("failed", failure.code()).increment();
      case Round.NotMade(var _, var failure, var _) -> count("retried", failure.code()).increment();
      case Round.Lost _ -> count("lost", "none").increment();
      case Round.Postponed _ -> count("postponed", "none").increment();
      case Round.Broke _ -> count("retried", "internal_error").increment();
    }
  }

  /// @param code of the failure; there are a handful
  private Counter count(String outcome, String code) {
    return Counter.builder("video.films")
        .description("What came of messages that asked for a film")
        .tag("outcome", outcome)
        .tag("code", code)
        .register(meters);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    meters.add(registry);
  }
}
