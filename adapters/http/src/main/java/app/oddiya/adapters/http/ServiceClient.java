package app.oddiya.adapters.http;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One sibling service, as this process calls it. Safe for concurrent use; blocks its thread, which
/// is meant to be a virtual one.
///
/// Every call carries the internal token of this process, what the [Origin] says (the user's own
/// access token, `X-Request-Id`, `traceparent`), and in `Oddiya-Deadline-Ms` how many milliseconds
/// are left of its [Deadline]. What comes back is an [Answer], or [Unavailable] for whatever is the
/// sibling's fault or the network's: no connection, no answer in time, a 5xx, a body beyond
/// [#MOST_BYTES].
///
/// An idempotent call that broke is tried once more, at once, while the budget lasts: a second
/// connection leads to another replica or to a restarted one. A call that ran out of time or met a
/// 5xx is not: it would only add load where there is too much. A breaker refuses calls for two
/// seconds once five of the last ten broke.
public final class ServiceClient {

  /// The header in which what is left of a deadline travels, in whole milliseconds.
  public static final String DEADLINE_HEADER = "Oddiya-Deadline-Ms";

  /// The header of the internal token.
  public static final String TOKEN_HEADER = "Oddiya-Internal-Token";

  /// No body of a sibling is longer: 8 MiB.
  public static final int MOST_BYTES = 8 << 20;

  private static final String EVENTS = "text/event-stream";

  private final String service;
  private final URI base;
  private final HttpClient http;
  private final Optional<InternalTokens> tokens;
  private final InstantSource clock;
  private final RetryBudget retries = new RetryBudget();
  private final CircuitBreaker<Object> breaker =
      CircuitBreaker.builder().withFailureThreshold(5, 10).withDelay(Duration.ofSeconds(2)).build();

  ServiceClient(
      String service,
      URI base,
      HttpClient http,
      Optional<InternalTokens> tokens,
      InstantSource clock) {
    this.service = service;
    this.base = base;
    this.http = http;
    this.tokens = tokens;
    this.clock = clock;
  }

  /// The name of the service.
  public String name() {
    return service;
  }

  /// Asks and waits for the whole answer.
  ///
  /// @throws Unavailable if there is none by the deadline; nothing is known then of what was done
  public Answer send(Call call, Deadline deadline) {
    return exchange(call, deadline, "application/json", reply -> whole(call, reply)).body();
  }

  /// Asks for server-sent events and returns once they begin. Whoever gets an [EventStream] closes
  /// it, which cancels the work behind it.
  ///
  /// @param deadline also for the last event
  /// @throws Unavailable if nothing begins by the deadline
  public Streamed stream(Call call, Deadline deadline) {
    BodyHandler<Streamed> eventsOrWhole =
        reply ->
            isOf(EVENTS, reply)
                ? new Pieces<>(pieces -> new EventFeed(service, deadline, clock, pieces))
                : BodySubscribers.mapping(whole(call, reply), answer -> answer);
    return exchange(call, deadline, EVENTS, eventsOrWhole).body();
  }

  /// Asks for bytes and returns once they begin. Whoever gets a [ByteStream] closes it.
  ///
  /// @param mediaType that they have to be of; anything else is a plain [Answer]
  /// @param deadline for the first byte; after it only silence ends the stream
  /// @throws Unavailable if nothing begins by the deadline
  public Opened open(Call call, String mediaType, Deadline deadline) {
    BodyHandler<Opened> bytesOrWhole =
        reply ->
            isOf(mediaType, reply)
                ? new Pieces<>(ByteStream::new)
                : BodySubscribers.mapping(whole(call, reply), answer -> answer);
    return exchange(call, deadline, mediaType, bytesOrWhole).body();
  }

  private <T> HttpResponse<T> exchange(
      Call call, Deadline deadline, String accept, BodyHandler<T> body) {
    retries.earn();
    try {
      return attempt(call, deadline, accept, body);
    } catch (IOException broken) {
      if (!call.isIdempotent() || !retries.spend()) {
        throw Outage.of(service, broken);
      }
    }
    try {
      return attempt(call, deadline, accept, body);
    } catch (IOException brokenAgain) {
      throw Outage.of(service, brokenAgain);
    }
  }

  /// @throws IOException if the connection broke, which a second one may not
  private <T> HttpResponse<T> attempt(
      Call call, Deadline deadline, String accept, BodyHandler<T> body) throws IOException {
    Duration left = deadline.remaining(clock);
    if (left.isZero()) {
      throw Outage.of(service, new TimeoutException("no time left for " + call));
    }
    HttpRequest request = request(call, accept, left);
    if (!breaker.tryAcquirePermit()) {
      throw Outage.of(service, new CircuitBreakerOpenException(breaker));
    }
    CompletableFuture<HttpResponse<T>> pending = http.sendAsync(request, body);
    try {
      return judged(call, pending.get(left.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException failed) {
      breaker.recordFailure();
      if (failed.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw Outage.of(service, failed);
    } catch (TimeoutException late) {
      abandon(pending);
      breaker.recordFailure();
      throw Outage.of(service, late);
    } catch (InterruptedException stopped) {
      abandon(pending);
      recordNothing();
      Thread.currentThread().interrupt();
      throw Outage.of(service, stopped);
    }
  }

  private HttpRequest request(Call call, String accept, Duration left) {
    Origin origin = Origin.current();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(call)).method(call.method(), call.body());
    request.setHeader("Accept", accept);
    request.setHeader(DEADLINE_HEADER, Long.toString(Math.max(1, left.toMillis())));
    tokens.ifPresent(mine -> request.setHeader(TOKEN_HEADER, mine.token(service, origin.user())));
    origin.accessToken().ifPresent(token -> request.setHeader("Authorization", "Bearer " + token));
    origin.requestId().ifPresent(id -> request.setHeader("X-Request-Id", id));
    origin.traceparent().ifPresent(trace -> request.setHeader("traceparent", trace));
    call.headers().forEach(request::setHeader);
    return request.build();
  }

  private URI address(Call call) {
    String before = base.toString();
    return URI.create(
        (before.endsWith("/") ? before.substring(0, before.length() - 1) : before) + call.path());
  }

  private BodySubscriber<Answer> whole(Call call, ResponseInfo reply) {
    return BodySubscribers.mapping(
        BodySubscribers.limiting(BodySubscribers.ofByteArray(), MOST_BYTES),
        bytes -> new Answer(service, call, reply.statusCode(), reply.headers(), bytes));
  }

  private static boolean isOf(String mediaType, ResponseInfo reply) {
    return reply.statusCode() == 200
        && reply.headers().firstValue("Content-Type").orElse("").startsWith(mediaType);
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
      throw Outage.of(service, new IllegalStateException(status + " to " + call));
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

  /// A call that its own caller ended says nothing about the sibling; but a half-open breaker has
  /// lent its only permit to it and must get an answer.
  private void recordNothing() {
    if (breaker.isHalfOpen()) {
      breaker.recordFailure();
    }
  }
}
