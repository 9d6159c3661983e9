package app.oddiya.adapters.web;

import app.oddiya.domain.shared.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that a service does by itself, round after round: a relay, a sweeper, a worker.
///
/// A round that ends in an exception is logged and followed by another one a little later: a loop
/// ends only when it is closed.
public final class BackgroundLoop implements AutoCloseable, MeterBinder {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);

  /// After a bug; an outage says itself how long.
  private static final Duration REST_AFTER_BUG = Duration.ofSeconds(5);

  private final String name;
  private final Round round;
  private final Duration longestStop;
  private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
  private final Timer done;
  private final Timer waits;
  private final Timer failed;
  private final AtomicLong doneAt = new AtomicLong();
  private final Semaphore wanted = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /// One turn of the loop.
  @FunctionalInterface
  public interface Round {

    /// @return how long to rest before the next one, unless somebody wakes the loop; zero for not
    ///     at all
    /// @throws InterruptedException when the loop is closed meanwhile
    Duration run() throws InterruptedException;
  }

  private BackgroundLoop(String name, Duration longestStop, Round round) {
    this.name = name;
    this.longestStop = longestStop;
    this.round = round;
    this.done = timer("ok");
    this.waits = timer("waits");
    this.failed = timer("failed");
    TimeGauge.builder("loop.last.round", doneAt, TimeUnit.SECONDS, AtomicLong::get)
        .description("When a round last ended well, as seconds since 1970; 0 for never")
        .tag("loop", name)
        .strongReference(true)
        .register(meters);
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  /// A loop that runs from now on.
  ///
  /// @param name for the log
  /// @param longestStop how long [#close] waits for the round that it interrupts
  public static BackgroundLoop start(String name, Duration longestStop, Round round) {
    BackgroundLoop loop = new BackgroundLoop(name, longestStop, round);
    loop.thread.start();
    return loop;
  }

  private Timer timer(String outcome) {
    return Timer.builder("loop.rounds")
        .description("Rounds of work that the service does by itself")
        .tag("loop", name)
        .tag("outcome", outcome)
        .register(meters);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    meters.add(registry);
  }

  /// Cuts the rest short: there is something to do. During a round it means another one right
  /// after.
  public void wake() {
    wanted.release();
  }

  private void run() {
    try {
      while (!closed) {
        Duration rest = next();
        if (wanted.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
          wanted.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      // Only closing interrupts; there is nothing left to do.
    }
  }

  private Duration next() throws InterruptedException {
    long began = System.nanoTime();
    try {
      Duration rest = round.run();
      done.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
      doneAt.set(System.currentTimeMillis() / 1_000);
      return rest;
    } catch (Unavailable e) {
      waits.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
      LOG.atWarn()
          .addKeyValue("event", "loop_waits")
          .addKeyValue("loop", name)
          .addKeyValue("reason", e.getMessage())
          .log("something needed does not answer");
      return e.retryAfter();
    } catch (RuntimeException e) {
      failed.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
      LOG.atError()
          .addKeyValue("event", "loop_failed")
          .addKeyValue("loop", name)
          .setCause(e)
          .log("a round failed");
      return REST_AFTER_BUG;
    }
  }

  /// Interrupts the round that runs, waits for its end, and begins no other.
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      if (!thread.join(longestStop)) {
        LOG.atWarn()
            .addKeyValue("event", "loop_abandoned")
            .addKeyValue("loop", name)
            .log("a round did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
