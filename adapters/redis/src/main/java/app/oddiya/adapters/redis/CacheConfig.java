package app.oddiya.adapters.redis;

import java.time.Duration;

/// Where the Redis is that holds what can be fetched or counted again.
///
/// @param patience how long anybody waits for an answer of it
public record CacheConfig(RedisConfig redis, Duration patience) {

  /// With a patience that nobody who waits for the whole notices.
  public CacheConfig(RedisConfig redis) {
    this(redis, Duration.ofMillis(250));
  }
}
