package app.oddiya.apps.videoworker;

import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.application.video.RenderNextVideo;
import app.oddiya.application.video.RenderNextVideo.Round;
import app.oddiya.application.video.SweepOverdueJobs;
import app.oddiya.domain.video.job.JobId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// Makes one film after the other.
final class RenderRound implements BackgroundLoop.Round, MeterBinder {

  private static final Logger LOG = LoggerFactory.getLogger(RenderRound.class);

  /// As long as SQS allows: an empty poll costs money, a waiting one does not.
  private static final Duration WAIT = Duration.ofSeconds(20);

  private final RenderNextVideo render;
  private final SweepOverdueJobs sweep;
  private final FilmMeters films = new FilmMeters();
  private boolean troubled;
  private boolean spent;

  RenderRound(RenderNextVideo render, SweepOverdueJobs sweep) {
    this.render = render;
    this.sweep = sweep;
  }

  @Override
  public Duration run() throws InterruptedException {
    if (troubled) {
      // Fails as long as the database is away: a message received then would be received in vain,
      // and after a few of those become a dead letter.
      sweep.sweep();
    }
    troubled = true;
    Round round = render.render(WAIT);
    log(round);
    films.count(round);
    if (round instanceof Round.Postponed postponed) {
      return postponed.reason().retryAfter();
    }
    troubled = false;
    giveBack(round);
    return Duration.ZERO;
  }

  /// What films took of the heap goes back to the node once there is nothing to make. The serial
  /// collector gives nothing back but when it collects everything, which an idle worker would never
  /// come to do by itself.
  private void giveBack(Round round) {
    boolean idle = round instanceof Round.Idle;
    if (idle && spent) {
      System.gc();
    }
    spent = !idle;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    films.bindTo(registry);
  }

  private static void log(Round round) {
    switch (round) {
      case Round.Idle() -> {}
      case Round.Stale(var job) ->
          event(LOG.atInfo(), "message_stale", job).log("nothing is to be done for a message");
      case Round.Made(var job, var noPreview) -> {
        noPreview.ifPresent(
            cause ->
                event(LOG.atWarn(), "preview_not_made", job.id())
                    .addKeyValue("cause", cause)
                    .log("the film was made without a preview"));
        event(LOG.atInfo(), "film_made", job.id()).log("film made");
      }
      case Round.NotMade(var job, var failure, var cause) ->
          event(LOG.atWarn(), "film_not_made", job.id())
              .addKeyValue("code", failure.code())
              .addKeyValue("cause", cause)
              .log("film not made");
      case Round.Lost(var job) ->
          event(LOG.atWarn(), "lease_lost", job).log("another worker has the job by now");
      case Round.Postponed(var job, var reason) ->
          event(LOG.atWarn(), "film_postponed", job)
              .addKeyValue("reason", reason.getMessage())
              .log("something needed does not answer");
      case Round.Broke(var job, var bug) ->
          event(LOG.atError(), "film_broke", job).setCause(bug).log("a bug while making a film");
    }
  }

  private static LoggingEventBuilder event(LoggingEventBuilder level, String name, JobId job) {
    return level.addKeyValue("event", name).addKeyValue("jobId", job.toString());
  }
}
