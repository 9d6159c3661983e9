package app.oddiya.domain.testkit.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Waits for what happens in real time and tells nobody: a store that has to start first. Whatever
/// can be waited for directly, by a latch or a future, is better waited for so.
public final class Eventually {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private Eventually() {}

  /// Looks again and again until `condition` holds.
  ///
  /// @param what holds then, for the failure
  /// @throws AssertionError if it does not within `patience`, or cannot be looked at
  public static void holds(String what, Duration patience, BooleanSupplier condition) {
    CompletableFuture<Boolean> held = new CompletableFuture<>();
    ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    try {
      var _ =
          looks.scheduleWithFixedDelay(
              () -> look(condition, held), 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
      held.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError(what + ": not within " + patience, late);
    } catch (ExecutionException failed) {
      throw new AssertionError(what + ": cannot be told", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    } finally {
      looks.shutdownNow();
    }
  }

  private static void look(BooleanSupplier condition, CompletableFuture<Boolean> held) {
    try {
      if (condition.getAsBoolean()) {
        held.complete(true);
      }
    } catch (RuntimeException | Error failed) {
      held.completeExceptionally(failed);
    }
  }
}
