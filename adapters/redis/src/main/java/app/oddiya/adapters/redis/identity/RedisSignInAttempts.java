package app.oddiya.adapters.redis.identity;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.session.AttemptLimit;
import app.oddiya.domain.identity.session.SignInAttempts;
import app.oddiya.domain.shared.Deadline;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Sign-ins counted in Redis, by windows that the first of them begins: `attempts:{hash of provider
/// and sub}` is a hash of the count and the window's end.
final class RedisSignInAttempts implements SignInAttempts {

  /// KEYS: the window. ARGV: now, length of a window in ms.
  private static final String COUNT =
      """
      local ends = redis.call('HGET', KEYS[1], 'ends')
      if not ends or tonumber(ends) <= tonumber(ARGV[1]) then
        ends = ARGV[1] + ARGV[2]
        redis.call('HSET', KEYS[1], 'ends', string.format('%.0f', ends), 'count', 0)
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
      end
      return {redis.call('HINCRBY', KEYS[1], 'count', 1), ends - ARGV[1]}
      """;

  private final Redis redis;
  private final Moments moments;

  RedisSignInAttempts(Redis redis, InstantSource clock) {
    this.redis = redis;
    this.moments = new Moments(clock);
  }

  @Override
  public Optional<Duration> count(Identity identity, AttemptLimit limit, Deadline deadline) {
    String[] keys = {
      "attempts:" + Digest.of(identity.provider().code() + " " + identity.providerId())
    };
    List<Long> counted =
        redis.run(
            deadline,
            commands ->
                commands.eval(
                    COUNT,
                    ScriptOutputType.MULTI,
                    keys,
                    Long.toString(moments.now().toEpochMilli()),
                    Long.toString(limit.within().toMillis())));
    return counted.get(0) > limit.most()
        ? Optional.of(Duration.ofMillis(counted.get(1)))
        : Optional.empty();
  }
}
