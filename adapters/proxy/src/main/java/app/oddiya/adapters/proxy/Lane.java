package app.oddiya.adapters.proxy;

import app.oddiya.adapters.http.RetryBudget;
import app.oddiya.adapters.web.Problem;
import dev.failsafe.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/// The way to one service: how many are on it, whether it is open, and how often it may be tried
/// twice.
///
/// Its breaker opens for two seconds when half of the requests of ten seconds, and at least ten,
/// found nobody, were left without an answer, or met a 502 or 504 of something in between. A 500 or
/// a 503 does not count: it is the word of a service that is there, and while one of its routes is
/// in trouble the others may be well.
final class Lane {

  private static final int PERCENT = 50;
  private static final int AT_LEAST = 10;
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Upstream upstream;
  private final HttpField host;
  private final int most;
  private final Counter failures;
  private final Counter second;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final RetryBudget retries = new RetryBudget();
  private final CircuitBreaker<Object> breaker =
      CircuitBreaker.builder()
          .withFailureRateThreshold(PERCENT, AT_LEAST, PERIOD)
          .withDelay(PAUSE)
          .withSuccessThreshold(1)
          .build();

  /// @param most requests at once
  Lane(Upstream upstream, int most, MeterRegistry meters) {
    this.upstream = upstream;
    this.host = new HttpField(HttpHeader.HOST, upstream.base().getRawAuthority());
    this.most = most;
    this.failures =
        Counter.builder("proxy.upstream.failures")
            .description("Requests that the service has not answered, or only something before it")
            .tag("upstream", upstream.name())
            .register(meters);
    this.second =
        Counter.builder("proxy.upstream.retries")
            .description("Requests tried a second time")
            .tag("upstream", upstream.name())
            .register(meters);
    Gauge.builder("proxy.upstream.in.flight", inFlight, AtomicInteger::get)
        .description("Requests on their way to the service")
        .tag("upstream", upstream.name())
        .strongReference(true)
        .register(meters);
    Gauge.builder("proxy.upstream.breaker.open", breaker, it -> it.isClosed() ? 0 : 1)
        .description("1 while requests are refused, or one is let through to try")
        .tag("upstream", upstream.name())
        .strongReference(true)
        .register(meters);
  }

  String name() {
    return upstream.name();
  }

  URI base() {
    return upstream.base();
  }

  HttpField host() {
    return host;
  }

  /// Takes a place, or says why there is none. Who got one gives it back by [#leave].
  Optional<Problem> enter() {
    if (inFlight.incrementAndGet() > most) {
      inFlight.decrementAndGet();
      return Optional.of(Refusals.busy());
    }
    if (!breaker.tryAcquirePermit()) {
      inFlight.decrementAndGet();
      return Optional.of(Problem.unavailable(breaker.getRemainingDelay()));
    }
    retries.earn();
    return Optional.empty();
  }

  void leave() {
    inFlight.decrementAndGet();
  }

  /// The service has begun to answer.
  void answered(int status) {
    if (status == 502 || status == 504) {
      failures.increment();
      breaker.recordFailure();
    } else {
      breaker.recordSuccess();
    }
  }

  /// The service has not answered.
  void failed() {
    failures.increment();
    breaker.recordFailure();
  }

  /// Nothing was learned, because the client gave up or was given up on. But a breaker that is half
  /// open has lent one of its few permits, and waits for what comes of it.
  void learnedNothing() {
    if (breaker.isHalfOpen()) {
      breaker.recordFailure();
    }
  }

  boolean mayRetry() {
    boolean may = breaker.isClosed() && retries.spend();
    if (may) {
      second.increment();
    }
    return may;
  }
}
