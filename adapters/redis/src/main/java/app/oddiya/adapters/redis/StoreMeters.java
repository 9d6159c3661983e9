package app.oddiya.adapters.redis;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// What is counted of the questions to one Redis.
final class StoreMeters implements MeterBinder {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(250)
  };

  private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
  private final Timer answered;
  private final Timer failed;

  /// @param store `sessions` or `cache`
  /// @param away whether nobody asks it for the moment
  StoreMeters(String store, BooleanSupplier away) {
    answered = timer(store, "ok");
    failed = timer(store, "failed");
    Gauge.builder("redis.away", () -> away.getAsBoolean() ? 1 : 0)
        .description("1 while it does not answer and is not asked")
        .tag("store", store)
        .register(meters);
  }

  private Timer timer(String store, String outcome) {
    return Timer.builder("redis.questions")
        .description("Questions to Redis")
        .tag("store", store)
        .tag("outcome", outcome)
        .serviceLevelObjectives(BUCKETS)
        .register(meters);
  }

  void answered(long began) {
    answered.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
  }

  void failed(long began) {
    failed.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    meters.add(registry);
  }
}
