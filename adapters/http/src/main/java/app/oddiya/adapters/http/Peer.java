package app.oddiya.adapters.http;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Unavailable;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/// Somebody who is called over HTTP, sibling or provider, as far as both fail alike.
///
/// An idempotent call that broke is tried once more, at once, while the budget lasts: a second
/// connection leads to another replica or to a restarted one. A call that ran out of time or met a
/// 5xx is not: it would only add load where there is too much. A breaker refuses calls for two
/// seconds once five of the last ten broke.
///
/// No message holds more of a call than its [Call#shape], since providers want keys in addresses.
final class Peer {

  private final String name;
  private final HttpClient http;
  private final InstantSource clock;
  private final PeerMeters meters;
  private final RetryBudget retries = new RetryBudget();
  private final CircuitBreaker<Object> breaker =
      CircuitBreaker.builder().withFailureThreshold(5, 10).withDelay(Duration.ofSeconds(2)).build();

  /// @param name in a word or two, safe to show
  Peer(String name, HttpClient http, MeterRegistry registry, InstantSource clock) {
    this.name = name;
    this.http = http;
    this.clock = clock;
    this.meters = new PeerMeters(name, registry, breaker, clock);
  }

  String name() {
    return name;
  }

  /// Was not asked, because it has said that it wants no more calls for a while.
  void spared() {
    meters.spared();
  }

  /// Asks and waits until `body` has what it wants.
  ///
  /// @param request writes the request, given what is left of the deadline
  /// @throws Unavailable if there is no answer by the deadline, or a 5xx
  <T> HttpResponse<T> exchange(
      Call call, Function<Duration, HttpRequest> request, Deadline deadline, BodyHandler<T> body) {
    try (Span span = Span.current().child(Span.Kind.CLIENT, call::shape)) {
      span.note("peer", name);
      return ScopedValue.where(Span.CURRENT, span)
          .call(() -> watched(span, () -> tried(call, request, deadline, body)));
    }
  }

  private <T> HttpResponse<T> watched(Span span, Supplier<HttpResponse<T>> work) {
    long began = System.nanoTime();
    try {
      HttpResponse<T> response = work.get();
      meters.answered(response.statusCode(), System.nanoTime() - began);
      return response;
    } catch (Unavailable outage) {
      span.failed(meters.failed(outage, System.nanoTime() - began));
      throw outage;
    }
  }

  private <T> HttpResponse<T> tried(
      Call call, Function<Duration, HttpRequest> request, Deadline deadline, BodyHandler<T> body) {
    retries.earn();
    try {
      return attempt(call, request, deadline, body);
    } catch (IOException broken) {
      if (!call.isIdempotent() || !retries.spend()) {
        throw Outage.of(name, broken);
      }
    }
    meters.retried();
    try {
      return attempt(call, request, deadline, body);
    } catch (IOException brokenAgain) {
      throw Outage.of(name, brokenAgain);
    }
  }

  /// @throws IOException if the connection broke, which a second one may not
  private <T> HttpResponse<T> attempt(
      Call call, Function<Duration, HttpRequest> request, Deadline deadline, BodyHandler<T> body)
      throws IOException {
    Duration left = deadline.remaining(clock);
    if (left.isZero()) {
      throw Outage.of(name, new TimeoutException("no time left for " + call.shape()));
    }
    HttpRequest written = request.apply(left);
    if (!breaker.tryAcquirePermit()) {
      throw Outage.of(name, new CircuitBreakerOpenException(breaker));
    }
    CompletableFuture<HttpResponse<T>> pending = http.sendAsync(written, body);
    try {
      return judged(call, pending.get(left.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException failed) {
      breaker.recordFailure();
      if (failed.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw Outage.of(name, failed);
    } catch (TimeoutException late) {
      abandon(pending);
      breaker.recordFailure();
      throw Outage.of(name, late);
    } catch (InterruptedException stopped) {
      abandon(pending);
      recordNothing();
      Thread.currentThread().interrupt();
      throw Outage.of(name, stopped);
    }
  }

  /// Lets an answer through and turns a 5xx into an outage. A 500 is a bug met by one request and
  /// says nothing about the next one, so the breaker passes over it.
  private <T> HttpResponse<T> judged(Call call, HttpResponse<T> response) {
    int status = response.statusCode();
    switch (status) {
      case 502, 503, 504 -> breaker.recordFailure();
      default -> breaker.recordSuccess();
    }
    if (status >= 500) {
      throw Outage.of(name, new IllegalStateException(status + " to " + call.shape()));
    }
    return response;
  }

  /// Ends an exchange nobody waits for any more, also if its answer begins this very moment.
  private static <T> void abandon(CompletableFuture<HttpResponse<T>> pending) {
    pending.cancel(true);
    var _ =
        pending.thenAccept(
            response -> {
              switch (response.body()) {
                case EventStream events -> events.close();
                case ByteStream bytes -> bytes.close();
                default -> {}
              }
            });
  }

  /// A call that its own caller ended says nothing about the peer; but a half-open breaker has
  /// lent its only permit to it and must get an answer.
  private void recordNothing() {
    if (breaker.isHalfOpen()) {
      breaker.recordFailure();
    }
  }
}
