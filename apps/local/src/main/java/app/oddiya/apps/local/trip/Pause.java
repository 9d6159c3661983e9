package app.oddiya.apps.local.trip;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The time between asking and asking again.
final class Pause {

  private Pause() {}

  static void of(Duration length) {
    new CompletableFuture<Void>()
        .completeOnTimeout(null, length.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
