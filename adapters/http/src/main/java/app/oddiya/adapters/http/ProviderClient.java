package app.oddiya.adapters.http;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Somebody else's HTTP API, as this process calls it. Safe for concurrent use; blocks its thread,
/// which is meant to be a virtual one.
///
/// A call carries what its [Call] says and nothing of ours: no token, no trace, no user. What comes
/// back is an [Answer], or [Unavailable] for whatever is the provider's fault or the network's: no
/// connection, no answer in time, a 5xx, a body beyond the limit. Redirects are answers like others
/// and not followed. What is tried again: see [Peer].
///
/// A provider that says that we ask too much, by a 429 or in words of its own ([#spent]), is left
/// alone for as long as it wants.
///
/// A key may stand in the path's segments, in the query or in a header: none of these ever comes
/// into a message.
public final class ProviderClient {

  /// No answer is longer unless said otherwise: 2 MiB.
  public static final int MOST_BYTES = 2 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(ProviderClient.class);

  /// How long a provider is left alone that does not say how long.
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /// A provider is asked again after this time, whatever it wanted: a wrong header must not shut it
  /// out for good.
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final URI base;
  private final int mostBytes;
  private final Peer peer;
  private final InstantSource clock;
  private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.MIN);

  ProviderClient(URI base, int mostBytes, Peer peer, InstantSource clock) {
    this.base = base;
    this.mostBytes = mostBytes;
    this.peer = peer;
    this.clock = clock;
  }

  /// The provider in a word or two.
  public String name() {
    return peer.name();
  }

  /// Asks and waits for the whole answer.
  ///
  /// @throws Unavailable if there is none by the deadline, or the provider wants no more calls
  public Answer send(Call call, Deadline deadline) {
    Instant until = closedUntil.get();
    if (clock.instant().isBefore(until)) {
      peer.spared();
      throw Outage.of(peer.name(), new QuotaSpent(until));
    }
    HttpResponse<Answer> response =
        peer.exchange(
            call,
            _ -> request(call),
            deadline,
            reply ->
                BodySubscribers.mapping(
                    BodySubscribers.limiting(BodySubscribers.ofByteArray(), mostBytes),
                    bytes ->
                        new Answer(peer.name(), call, reply.statusCode(), reply.headers(), bytes)));
    if (response.statusCode() == 429) {
      throw spent(response.headers().firstValue("Retry-After").map(this::pause).orElse(PAUSE));
    }
    return response.body();
  }

  /// Leaves the provider alone, which said in words of its own that a quota is spent.
  ///
  /// @param pause for how long, cut to an hour
  /// @return what to throw
  public Unavailable spent(Duration pause) {
    Duration cut = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    Instant until = clock.instant().plus(cut);
    closedUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
    LOG.atWarn()
        .addKeyValue("event", "provider_quota_spent")
        .addKeyValue("provider", peer.name())
        .addKeyValue("seconds", cut.toSeconds())
        .log("a provider wants no more calls for a while");
    return Outage.of(peer.name(), new QuotaSpent(until));
  }

  private HttpRequest request(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.address(base))
            .method(call.method(), call.body())
            .setHeader("Accept", "application/json");
    call.headers().forEach(request::setHeader);
    return request.build();
  }

  /// Reads seconds or a date (RFC 9110, section 10.2.3).
  private Duration pause(String retryAfter) {
    try {
      if (retryAfter.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Duration.ofSeconds(Long.parseLong(retryAfter));
      }
      Instant at =
          ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(clock.instant(), at);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (NumberFormatException | DateTimeException nonsense) {
      return PAUSE;
    }
  }
}
