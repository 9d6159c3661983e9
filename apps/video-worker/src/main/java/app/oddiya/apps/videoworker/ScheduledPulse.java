package app.oddiya.apps.videoworker;

import app.oddiya.application.video.Pulse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A pulse on a thread of its own, and not a virtual one: those share their carriers with whatever
/// is busy.
public final class ScheduledPulse implements Pulse, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledPulse.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("pulse").daemon().factory());

  @Override
  public Beating every(Duration interval, Runnable beat) {
    ScheduledFuture<?> beating =
        thread.scheduleAtFixedRate(
            () -> guarded(beat), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    return () -> beating.cancel(false);
  }

  /// A beat that threw would be the last one.
  private static void guarded(Runnable beat) {
    try {
      beat.run();
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("event", "beat_failed").setCause(e).log("a heartbeat failed");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
