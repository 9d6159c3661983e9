package app.oddiya.adapters.redis.planning;

import app.oddiya.adapters.redis.Cache;
import app.oddiya.adapters.redis.CacheConfig;
import app.oddiya.adapters.redis.CacheModule;
import app.oddiya.adapters.redis.RedisConfig;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Caches of several processes, with more patience than any machine that runs tests needs.
final class Caches implements AutoCloseable {

  private final List<Cache> open = new ArrayList<>();

  Shelf shelf(String url) {
    Cache cache =
        CacheModule.cache(
            new CacheConfig(new RedisConfig(URI.create(url)), Duration.ofSeconds(20)));
    open.add(cache);
    return new Shelf(cache);
  }

  @Override
  public void close() {
    open.forEach(Cache::close);
  }
}
