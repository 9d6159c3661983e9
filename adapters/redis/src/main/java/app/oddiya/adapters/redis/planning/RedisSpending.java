package app.oddiya.adapters.redis.planning;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.domain.planning.agent.Spending;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// What models have cost, in the Redis for what must not be lost: `spending:{day}` is a hash of
/// `all usd`, `all tokens`, and of `42 usd`, `42 tokens` for each traveller. It is gone an hour
/// after its day, when the last generation of that day is long over.
final class RedisSpending implements Spending {

  private static final Duration DAY = Duration.ofDays(1);

  /// The longest that anybody settles after midnight, and more.
  private static final Duration GRACE = Duration.ofHours(1);

  /// KEYS: the day. ARGV: the traveller, money, tokens, the caps of one (money, tokens) and of all,
  /// the life of the day in ms. Returns 1 if it was reserved, else nothing has changed.
  private static final String RESERVE =
      """
      local function exceeds(field, more, cap)
        return tonumber(redis.call('HGET', KEYS[1], field) or '0') + more > tonumber(cap)
      end
      local usd, tokens = tonumber(ARGV[2]), tonumber(ARGV[3])
      if exceeds(ARGV[1] .. ' usd', usd, ARGV[4])
          or exceeds(ARGV[1] .. ' tokens', tokens, ARGV[5])
          or exceeds('all usd', usd, ARGV[6])
          or exceeds('all tokens', tokens, ARGV[7]) then
        return 0
      end
      redis.call('HINCRBY', KEYS[1], ARGV[1] .. ' usd', ARGV[2])
      redis.call('HINCRBY', KEYS[1], ARGV[1] .. ' tokens', ARGV[3])
      redis.call('HINCRBY', KEYS[1], 'all usd', ARGV[2])
      redis.call('HINCRBY', KEYS[1], 'all tokens', ARGV[3])
      redis.call('PEXPIRE', KEYS[1], ARGV[8])
      return 1
      """;

  /// KEYS: the day. ARGV: the traveller, money and tokens to add, which may be negative. A day that
  /// is gone stays gone.
  private static final String SETTLE =
      """
      if redis.call('EXISTS', KEYS[1]) == 1 then
        redis.call('HINCRBY', KEYS[1], ARGV[1] .. ' usd', ARGV[2])
        redis.call('HINCRBY', KEYS[1], ARGV[1] .. ' tokens', ARGV[3])
        redis.call('HINCRBY', KEYS[1], 'all usd', ARGV[2])
        redis.call('HINCRBY', KEYS[1], 'all tokens', ARGV[3])
      end
      return 1
      """;

  private final Redis redis;
  private final Caps caps;
  private final InstantSource clock;

  RedisSpending(Redis redis, Caps caps, InstantSource clock) {
    this.redis = redis;
    this.caps = caps;
    this.clock = clock;
  }

  @Override
  public Grant reserve(UserId traveller, Amount most, Instant now, Deadline deadline) {
    long day = Math.floorDiv(now.getEpochSecond(), DAY.toSeconds());
    long reserved =
        run(
            deadline,
            RESERVE,
            day,
            traveller.toString(),
            Long.toString(most.microUsd()),
            Long.toString(most.tokens()),
            Long.toString(caps.each().microUsd()),
            Long.toString(caps.each().tokens()),
            Long.toString(caps.all().microUsd()),
            Long.toString(caps.all().tokens()),
            Long.toString(lifeOf(day)));
    return reserved == 1
        ? new Grant.Reserved(new Reservation(traveller, day, most))
        : new Grant.Exhausted();
  }

  @Override
  public void settle(Reservation reservation, Amount used, Deadline deadline) {
    Amount reserved = reservation.amount();
    run(
        deadline,
        SETTLE,
        reservation.day(),
        reservation.traveller().toString(),
        Long.toString(used.microUsd() - reserved.microUsd()),
        Long.toString(used.tokens() - reserved.tokens()));
  }

  private long run(Deadline deadline, String script, long day, String... values) {
    String[] keys = {"spending:" + day};
    Long answer =
        redis.run(
            deadline,
            commands -> commands.<Long>eval(script, ScriptOutputType.INTEGER, keys, values));
    return answer;
  }

  /// Redis refuses a life of nothing.
  private long lifeOf(long day) {
    Instant end = Instant.EPOCH.plus(DAY.multipliedBy(day + 1)).plus(GRACE);
    return Math.max(1, Duration.between(clock.instant(), end).toMillis());
  }
}
