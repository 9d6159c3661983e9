package app.oddiya.adapters.redis.identity;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.adapters.redis.RedisModule;
import app.oddiya.domain.identity.session.ProviderTokens;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.identity.session.SignInAttempts;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Sessions and what belongs to them, in the Redis for what must not be lost (`noeviction`,
/// `appendfsync always`). The app binds [ProviderTokenKeys] beside what [RedisModule] needs.
@Module(includes = RedisModule.class)
public interface IdentityRedisModule {

  @Provides
  @Singleton
  static Sessions sessions(Redis redis, InstantSource clock) {
    return new RedisSessions(redis, clock);
  }

  @Provides
  @Singleton
  static SignInAttempts signInAttempts(Redis redis, InstantSource clock) {
    return new RedisSignInAttempts(redis, clock);
  }

  @Provides
  @Singleton
  static ProviderTokens providerTokens(Redis redis, ProviderTokenKeys keys, InstantSource clock) {
    return new RedisProviderTokens(redis, new ProviderTokenCipher(keys), clock);
  }
}
