package app.oddiya.adapters.redis;

/// Where the Redis is that holds what can be fetched or counted again.
public record CacheConfig(RedisConfig redis) {}
