package app.oddiya.adapters.redis;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// One Redis per process. The module of each context includes this one; the app binds a
/// [RedisConfig] and an [InstantSource], and ends the [RedisLife] last.
@Module
public interface RedisModule {

  @Provides
  @Singleton
  static Redis redis(RedisConfig config, InstantSource clock) {
    return Redis.open(config, clock);
  }

  @Provides
  static RedisLife life(Redis redis) {
    return new RedisLife(redis::answers, redis.meters(), redis::close);
  }
}
