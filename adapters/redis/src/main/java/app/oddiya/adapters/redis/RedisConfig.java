package app.oddiya.adapters.redis;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where a Redis is.
///
/// @param url `redis://host:port` or `rediss://user:password@host:port/database`
/// @param authority file (PEM) of whoever signs its certificate; empty: those that Java trusts
public record RedisConfig(URI url, Optional<Path> authority) {

  public RedisConfig {
    if (url.getHost() == null
        || !("redis".equals(url.getScheme()) || "rediss".equals(url.getScheme()))) {
      throw new IllegalArgumentException(
          "url: of scheme " + url.getScheme() + " (expected: redis://host:port or rediss://...)");
    }
  }

  /// One that needs no certificate, or one that anybody would trust.
  public RedisConfig(URI url) {
    this(url, Optional.empty());
  }

  /// Without user and password, which no log may hold.
  @Override
  public String toString() {
    return "RedisConfig[" + url.getHost() + ":" + url.getPort() + "]";
  }
}
