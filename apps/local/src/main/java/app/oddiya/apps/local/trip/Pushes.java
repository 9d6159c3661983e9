package app.oddiya.apps.local.trip;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/// The notifications that reach a phone, read from the stub of SNS that keeps what was published.
public final class Pushes implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final URI published;
  private final Http http;

  /// @param published the stub's view of what was published
  public Pushes(URI published, TripLog log) {
    this.published = published;
    this.http = new Http(log);
  }

  /// The first notification to this device that names the job.
  ///
  /// @return its payload
  /// @throws TripFailure if none comes in time
  public String await(String pushToken, String jobId, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      Optional<String> found =
          http.send(HttpRequest.newBuilder(published))
              .body()
              .lines()
              .map(line -> Json.parsed(line).path("message"))
              .filter(message -> message.path("token").stringValue("").equals(pushToken))
              .map(message -> message.path("payload").stringValue(""))
              .filter(payload -> names(payload, jobId))
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Pause.of(PAUSE);
    }
    throw new TripFailure("no push for the film within " + patience.toSeconds() + " s");
  }

  private static boolean names(String payload, String jobId) {
    return Json.parsed(payload).findValuesAsString("jobId").contains(jobId);
  }

  @Override
  public void close() {
    http.close();
  }
}
