package app.oddiya.adapters.redis.limit;

/// How limits are kept while Redis is away.
///
/// @param localPercent of each quota that this process gives away by itself then, 1 to 100
public record LimitConfig(int localPercent) {}
