package app.oddiya.adapters.redis.limit;

import app.oddiya.adapters.redis.Cache;
import app.oddiya.adapters.redis.CacheModule;
import app.oddiya.adapters.web.limit.LocalLimits;
import app.oddiya.adapters.web.limit.RateLimits;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Rate limits that all processes with the same cache share. The app binds a [LimitConfig] and an
/// [InstantSource].
@Module(includes = CacheModule.class)
public interface LimitRedisModule {

  @Provides
  @Singleton
  static RateLimits rateLimits(Cache cache, LimitConfig config, InstantSource clock) {
    var local = new LocalLimits(config.localPercent(), LeasedLimits.REMEMBERED, clock);
    return new LeasedLimits(cache, new SharedBuckets(clock), local, clock);
  }
}
