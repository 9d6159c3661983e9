package app.oddiya.adapters.http;

import app.oddiya.domain.shared.Unavailable;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// What is counted of the calls to one [Peer]: how many, how long, what came of them, and when it
/// last answered. All of it is there from the start, so that a first failure is a step from zero.
final class PeerMeters {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private final Map<Outcome, Timer> calls = new EnumMap<>(Outcome.class);
  private final Counter retries;
  private final AtomicLong answeredAt = new AtomicLong();
  private final InstantSource clock;

  private enum Outcome {
    /// An answer below 400.
    OK,
    /// An answer from 400 on that is no outage.
    REFUSED,
    /// No answer in time.
    TIMEOUT,
    /// Not asked: too many calls before had failed.
    BREAKER_OPEN,
    /// Not asked: the provider wants no more calls for a while.
    QUOTA_SPENT,
    /// A broken connection or an answer that is an outage.
    FAILED;

    private final String text = name().toLowerCase(Locale.ROOT);
  }

  PeerMeters(String peer, MeterRegistry registry, CircuitBreaker<?> breaker, InstantSource clock) {
    this.clock = clock;
    for (Outcome outcome : Outcome.values()) {
      calls.put(
          outcome,
          Timer.builder("http.client.requests")
              .description("Calls to siblings and providers, retries included")
              .tag("peer", peer)
              .tag("outcome", outcome.text)
              .serviceLevelObjectives(BUCKETS)
              .register(registry));
    }
    retries =
        Counter.builder("http.client.retries")
            .description("Calls tried a second time")
            .tag("peer", peer)
            .register(registry);
    Gauge.builder("http.client.breaker.open", breaker, it -> it.isClosed() ? 0 : 1)
        .description("1 while calls are refused, or one is let through to try")
        .tag("peer", peer)
        .strongReference(true)
        .register(registry);
    TimeGauge.builder("http.client.last.answer", answeredAt, TimeUnit.SECONDS, AtomicLong::get)
        .description("When it last gave an answer below 400, as seconds since 1970; 0 for never")
        .tag("peer", peer)
        .strongReference(true)
        .register(registry);
  }

  void answered(int status, long nanos) {
    if (status < 400) {
      answeredAt.set(clock.instant().getEpochSecond());
      record(Outcome.OK, nanos);
    } else {
      record(Outcome.REFUSED, nanos);
    }
  }

  /// @return in a word why there was no answer
  String failed(Unavailable outage, long nanos) {
    Outcome outcome =
        switch (outage.getCause()) {
          case TimeoutException _ -> Outcome.TIMEOUT;
          case CircuitBreakerOpenException _ -> Outcome.BREAKER_OPEN;
          case null, default -> Outcome.FAILED;
        };
    record(outcome, nanos);
    return outcome.text;
  }

  void retried() {
    retries.increment();
  }

  /// The provider was left alone.
  void spared() {
    record(Outcome.QUOTA_SPENT, 0);
  }

  private void record(Outcome outcome, long nanos) {
    Objects.requireNonNull(calls.get(outcome)).record(nanos, TimeUnit.NANOSECONDS);
  }
}
