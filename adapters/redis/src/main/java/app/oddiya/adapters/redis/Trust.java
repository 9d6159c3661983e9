package app.oddiya.adapters.redis;

import io.lettuce.core.SslOptions;

/// Whom a client believes to be its Redis.
final class Trust {

  private Trust() {}

  static SslOptions of(RedisConfig config) {
    SslOptions.Builder trust = SslOptions.builder().jdkSslProvider();
    config.authority().ifPresent(file -> trust.trustManager(file.toFile()));
    return trust.build();
  }
}
