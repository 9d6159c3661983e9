package app.oddiya.adapters.redis;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// One Redis per process. The module of each context includes this one; the app binds a
/// [RedisConfig] and an [InstantSource], and closes the [Redis].
@Module
public interface RedisModule {

  @Provides
  @Singleton
  static Redis redis(RedisConfig config, InstantSource clock) {
    return new Redis(config, clock);
  }
}
