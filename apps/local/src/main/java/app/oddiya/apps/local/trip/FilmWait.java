package app.oddiya.apps.local.trip;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Waits for a film the way an app does that was not pushed to: asks, more and more seldom.
public final class FilmWait {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  private FilmWait() {}

  /// The finished job.
  ///
  /// @param seen is handed each answer
  /// @throws TripFailure if the film fails or does not come in time
  public static JsonNode finished(
      Phone phone, String jobId, Duration patience, Consumer<JsonNode> seen) {
    return until(
        phone,
        jobId,
        patience,
        job -> {
          seen.accept(job);
          return Json.text(job, "status").equals("COMPLETED");
        });
  }

  /// The job as soon as it is as far as wanted.
  ///
  /// @throws TripFailure if the film fails or does not get there in time
  public static JsonNode until(
      Phone phone, String jobId, Duration patience, Predicate<JsonNode> farEnough) {
    long end = System.nanoTime() + patience.toNanos();
    Duration pause = FIRST_PAUSE;
    while (System.nanoTime() < end) {
      JsonNode job = phone.film(jobId);
      if (farEnough.test(job)) {
        return job;
      }
      if (Json.text(job, "status").equals("FAILED")) {
        throw new TripFailure("the film failed: " + job.path("failure"));
      }
      Pause.of(pause);
      pause = longer(pause);
    }
    throw new TripFailure("no film after " + patience.toSeconds() + " s");
  }

  private static Duration longer(Duration pause) {
    Duration longer = pause.multipliedBy(3).dividedBy(2);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }
}
