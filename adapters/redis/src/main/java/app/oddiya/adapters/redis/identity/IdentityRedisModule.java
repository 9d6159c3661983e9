package app.oddiya.adapters.redis.identity;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.adapters.redis.RedisModule;
import app.oddiya.domain.identity.session.Sessions;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Sessions, in the Redis for what must not be lost (`noeviction`, `appendfsync always`).
@Module(includes = RedisModule.class)
public interface IdentityRedisModule {

  @Provides
  @Singleton
  static Sessions sessions(Redis redis, InstantSource clock) {
    return new RedisSessions(redis, clock);
  }
}
