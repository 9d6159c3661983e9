package app.oddiya.apps.gateway;

import app.oddiya.adapters.proxy.TrustedProxies;
import app.oddiya.adapters.redis.CacheConfig;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.Web;
import java.net.URI;

/// What the gateway reads from its environment.
///
/// @param proxies of ours in front of the gateway
/// @param door how wide it opens
/// @param links for phones that have the app
/// @param webFolder the app for browsers
/// @param cache holds what all gateways count together, and the keys of access tokens
/// @param auth where the auth service listens, and so on
record Config(
    Web web,
    TrustedProxies proxies,
    Door door,
    Limits limits,
    AppLinks links,
    WebFolder webFolder,
    CacheConfig cache,
    URI auth,
    URI user,
    URI plan,
    URI video) {

  static Config from(Settings settings) {
    return new Config(
        Web.withoutCallers(settings, "gateway", 8080),
        new TrustedProxies(settings.number("ODDIYA_GATEWAY_TRUSTED_PROXIES", 0, 0, 10)),
        Door.from(settings),
        Limits.from(settings),
        AppLinks.from(settings),
        WebFolder.from(settings),
        cache(settings),
        settings.url("ODDIYA_AUTH_URL", URI.create("http://127.0.0.1:8081")),
        settings.url("ODDIYA_USER_URL", URI.create("http://127.0.0.1:8082")),
        settings.url("ODDIYA_PLAN_URL", URI.create("http://127.0.0.1:8083")),
        settings.url("ODDIYA_VIDEO_URL", URI.create("http://127.0.0.1:8085")));
  }

  private static CacheConfig cache(Settings settings) {
    String name = "ODDIYA_REDIS_CACHE_URL";
    String usual = "redis://127.0.0.1:6380";
    try {
      return new CacheConfig(
          new RedisConfig(
              URI.create(settings.text(name, usual)), settings.optionalFile("ODDIYA_REDIS_CA")));
    } catch (IllegalArgumentException e) {
      settings.problem(name, "must be a redis:// or rediss:// address");
      return new CacheConfig(new RedisConfig(URI.create(usual)));
    }
  }
}
