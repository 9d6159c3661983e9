package app.oddiya.adapters.redis.token;

import app.oddiya.adapters.redis.Cache;
import app.oddiya.adapters.redis.CacheModule;
import app.oddiya.adapters.web.token.KeyCopy;
import dagger.Module;
import dagger.Provides;

/// The copy of the issuer's keys in the cache.
@Module(includes = CacheModule.class)
public interface TokenRedisModule {

  @Provides
  static KeyCopy keyCopy(Cache cache) {
    return new RedisKeyCopy(cache);
  }
}
