package app.oddiya.adapters.redis.planning;

import app.oddiya.domain.planning.agent.ChoiceCache;
import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.type.TypeReference;

/// Choices in the cache, by the hash of a wish's essence: `choices:{hash}` is a hash of the choices
/// and the moment until which they are good, `choices:{hash}:turn` the token of who finds out, gone
/// with their deadline.
///
/// Who waits looks ten times a second. Being told by a subscription would save looks and cost a
/// connection of its own, and somebody would have to look all the same for turns that end by
/// themselves.
final class RedisChoiceCache implements ChoiceCache {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private static final byte[] YOURS = bytes("yours");

  private static final TypeReference<Map<String, Choices.Choice>> CHOICES =
      new TypeReference<>() {};

  /// KEYS: the choices, the turn. ARGV: now in ms, a token, how long a turn lasts in ms. Returns
  /// the choices, or `yours`, or nothing while somebody else finds out.
  private static final String LOOK =
      """
      local good = redis.call('HGET', KEYS[1], 'until')
      if good and tonumber(good) > tonumber(ARGV[1]) then
        return redis.call('HGET', KEYS[1], 'choices')
      end
      if redis.call('SET', KEYS[2], ARGV[2], 'NX', 'PX', ARGV[3]) then
        return 'yours'
      end
      return false
      """;

  /// KEYS: as above. ARGV: the token.
  private static final String GIVE_UP =
      """
      if redis.call('GET', KEYS[2]) == ARGV[1] then
        redis.call('DEL', KEYS[2])
      end
      return 1
      """;

  /// KEYS: as above. ARGV: the token, choices, the moment until which they are good in ms, their
  /// life in ms.
  private static final String KEEP =
      """
      redis.call('HSET', KEYS[1], 'choices', ARGV[2], 'until', ARGV[3])
      redis.call('PEXPIRE', KEYS[1], ARGV[4])
      """
          + GIVE_UP;

  private final Shelf shelf;
  private final InstantSource clock;

  RedisChoiceCache(Shelf shelf, InstantSource clock) {
    this.shelf = shelf;
    this.clock = clock;
  }

  @Override
  public Found find(PlanRequest wish, Deadline deadline) {
    var mine = new Turn(wish, UUID.randomUUID().toString());
    long end = System.nanoTime() + deadline.remaining(clock).dividedBy(2).toNanos();
    while (true) {
      Optional<Found> found = look(mine, deadline);
      if (found.isPresent()) {
        return found.get();
      }
      long patience = end - System.nanoTime();
      if (patience <= 0 || Thread.currentThread().isInterrupted()) {
        return new Found.Yours(mine);
      }
      LockSupport.parkNanos(Math.min(patience, BETWEEN_LOOKS.toNanos()));
    }
  }

  /// Empty while somebody else finds out.
  private Optional<Found> look(Turn mine, Deadline deadline) {
    Optional<Optional<byte[]>> answer =
        shelf.ask(
            connection ->
                connection
                    .async()
                    .<byte[]>eval(
                        LOOK,
                        ScriptOutputType.VALUE,
                        keys(mine.wish()),
                        bytes(clock.millis()),
                        bytes(mine.token()),
                        bytes(lease(deadline).toMillis()))
                    .thenApply(Optional::ofNullable));
    if (answer.isEmpty()) {
      return Optional.of(new Found.Yours(mine));
    }
    return answer
        .get()
        .map(
            value ->
                Arrays.equals(value, YOURS)
                    ? new Found.Yours(mine)
                    : CachedJson.read(value, CHOICES)
                        .<Found>map(kept -> new Found.Known(choices(kept)))
                        .orElseGet(() -> new Found.Yours(mine)));
  }

  private Duration lease(Deadline deadline) {
    Duration left = deadline.atMost(LONGEST_TURN, clock).remaining(clock);
    return left.toMillis() > 0 ? left : Duration.ofMillis(1);
  }

  @Override
  public void keep(Turn turn, Choices choices) {
    Map<String, Choices.Choice> byId = new HashMap<>();
    choices.of().forEach((place, choice) -> byId.put(place.toString(), choice));
    byte[] json = CachedJson.write(byId);
    var _ =
        shelf.ask(
            connection ->
                connection
                    .async()
                    .<Long>eval(
                        KEEP,
                        ScriptOutputType.INTEGER,
                        keys(turn.wish()),
                        bytes(turn.token()),
                        json,
                        bytes(clock.instant().plus(KEPT).toEpochMilli()),
                        bytes(KEPT.toMillis())));
  }

  @Override
  public void giveUp(Turn turn) {
    var _ =
        shelf.ask(
            connection ->
                connection
                    .async()
                    .<Long>eval(
                        GIVE_UP, ScriptOutputType.INTEGER, keys(turn.wish()), bytes(turn.token())));
  }

  private static Choices choices(Map<String, Choices.Choice> byId) {
    Map<PlaceId, Choices.Choice> choices = new HashMap<>();
    byId.forEach((id, choice) -> PlaceId.parse(id).ifPresent(place -> choices.put(place, choice)));
    return new Choices(choices);
  }

  /// Braces keep both in one slot of a cluster.
  private static String[] keys(PlanRequest wish) {
    String key =
        "choices:%s:{%s}".formatted(CachedJson.VERSION, Digest.of(CachedJson.text(wish.essence())));
    return new String[] {key, key + ":turn"};
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(long number) {
    return bytes(Long.toString(number));
  }
}
