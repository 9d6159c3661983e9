package app.oddiya.adapters.redis.identity;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.identity.session.ProviderTokens;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import io.lettuce.core.ScriptOutputType;
import java.time.InstantSource;
import java.util.Optional;

/// Providers' tokens in Redis: `provider-token:{user}`, encrypted by [ProviderTokenCipher], without
/// an end.
final class RedisProviderTokens implements ProviderTokens {

  /// KEYS: token, tombstone. ARGV: the token encrypted, now in ms.
  private static final String KEEP =
      """
      local deleted = redis.call('GET', KEYS[2])
      if deleted and tonumber(deleted) > tonumber(ARGV[2]) then
        return 0
      end
      redis.call('SET', KEYS[1], ARGV[1])
      return 1
      """;

  private final Redis redis;
  private final ProviderTokenCipher cipher;
  private final Moments moments;

  RedisProviderTokens(Redis redis, ProviderTokenCipher cipher, InstantSource clock) {
    this.redis = redis;
    this.cipher = cipher;
    this.moments = new Moments(clock);
  }

  @Override
  public boolean keep(UserId user, ProviderToken token, Deadline deadline) {
    String[] keys = {key(user), RefreshFamilies.tombstone(user)};
    Long kept =
        redis.run(
            deadline,
            commands ->
                commands.eval(
                    KEEP,
                    ScriptOutputType.INTEGER,
                    keys,
                    cipher.encrypt(user, token),
                    Long.toString(moments.now().toEpochMilli())));
    return kept == 1;
  }

  @Override
  public Optional<ProviderToken> find(UserId user, Deadline deadline) {
    return Optional.ofNullable(redis.run(deadline, commands -> commands.get(key(user))))
        .map(encrypted -> cipher.decrypt(user, encrypted));
  }

  @Override
  public void forget(UserId user, Deadline deadline) {
    var _ = redis.run(deadline, commands -> commands.del(key(user)));
  }

  private static String key(UserId user) {
    return "provider-token:" + user;
  }
}
