package app.oddiya.adapters.redis;

import java.net.URI;

/// Where a Redis is.
///
/// @param url `redis://host:port` or `rediss://user:password@host:port/database`
public record RedisConfig(URI url) {

  public RedisConfig {
    if (url.getHost() == null
        || !("redis".equals(url.getScheme()) || "rediss".equals(url.getScheme()))) {
      throw new IllegalArgumentException(
          "url: of scheme " + url.getScheme() + " (expected: redis://host:port or rediss://...)");
    }
  }

  /// Without user and password, which no log may hold.
  @Override
  public String toString() {
    return "RedisConfig[" + url.getHost() + ":" + url.getPort() + "]";
  }
}
