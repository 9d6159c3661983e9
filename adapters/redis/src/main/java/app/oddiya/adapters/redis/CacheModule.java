package app.oddiya.adapters.redis;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/// The cache of a process. The app binds a [CacheConfig] and ends the [CacheLife] last.
@Module
public interface CacheModule {

  @Provides
  @Singleton
  static Cache cache(CacheConfig config) {
    return Cache.open(config);
  }

  @Provides
  static CacheLife life(Cache cache) {
    return new CacheLife(cache.meters(), cache::close);
  }
}
