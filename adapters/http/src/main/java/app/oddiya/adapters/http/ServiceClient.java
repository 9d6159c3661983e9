package app.oddiya.adapters.http;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
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

/// One sibling service, as this process calls it. Safe for concurrent use; blocks its thread, which
/// is meant to be a virtual one.
///
/// Every call carries the internal token of this process, what the [Origin] says (the user's own
/// access token, `X-Request-Id`), the `traceparent` of its [Span], and in `Oddiya-Deadline-Ms` how
/// many milliseconds are left of its [Deadline]. What comes back is an [Answer], or [Unavailable]
/// for whatever is the sibling's fault or the network's: no connection, no answer in time, a 5xx, a
/// body beyond [#MOST_BYTES].
///
/// What is tried again and when nothing is asked at all: see [Peer].
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
  private final Peer peer;
  private final Optional<InternalTokens> tokens;
  private final InstantSource clock;

  ServiceClient(
      String service,
      URI base,
      HttpClient http,
      Optional<InternalTokens> tokens,
      MeterRegistry meters,
      InstantSource clock) {
    this.service = service;
    this.base = base;
    this.peer = new Peer(service + " service", http, meters, clock);
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
    return peer.exchange(call, left -> request(call, accept, left), deadline, body);
  }

  private HttpRequest request(Call call, String accept, Duration left) {
    Origin origin = Origin.current();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.address(base)).method(call.method(), call.body());
    request.setHeader("Accept", accept);
    request.setHeader(DEADLINE_HEADER, Long.toString(Math.max(1, left.toMillis())));
    tokens.ifPresent(mine -> request.setHeader(TOKEN_HEADER, mine.token(service, origin.user())));
    origin.accessToken().ifPresent(token -> request.setHeader("Authorization", "Bearer " + token));
    origin.requestId().ifPresent(id -> request.setHeader("X-Request-Id", id));
    Span.current().traceparent().ifPresent(trace -> request.setHeader("traceparent", trace));
    call.headers().forEach(request::setHeader);
    return request.build();
  }

  private BodySubscriber<Answer> whole(Call call, ResponseInfo reply) {
    return BodySubscribers.mapping(
        BodySubscribers.limiting(BodySubscribers.ofByteArray(), MOST_BYTES),
        bytes -> new Answer(peer.name(), call, reply.statusCode(), reply.headers(), bytes));
  }

  private static boolean isOf(String mediaType, ResponseInfo reply) {
    return reply.statusCode() == 200
        && reply.headers().firstValue("Content-Type").orElse("").startsWith(mediaType);
  }
}
