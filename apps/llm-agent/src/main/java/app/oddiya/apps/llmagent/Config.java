package app.oddiya.apps.llmagent;

import app.oddiya.adapters.redis.CacheConfig;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.Web;
import java.net.URI;
import java.util.List;

/// What llm-agent reads from its environment.
///
/// @param places asked beside the catalogue, the preferred one first
/// @param cache holds what providers have answered and models have chosen
record Config(
    Web web,
    List<PlaceProvider> places,
    Ways ways,
    Forecasts forecasts,
    Rates rates,
    CacheConfig cache,
    Drafting drafting) {

  static Config from(Settings settings) {
    return new Config(
        Web.from(settings, "llm-agent", 8084),
        PlaceProvider.from(settings),
        Ways.from(settings),
        Forecasts.from(settings),
        Rates.from(settings),
        new CacheConfig(redis(settings, "ODDIYA_REDIS_CACHE_URL", "redis://127.0.0.1:6380")),
        Drafting.from(
            settings, redis(settings, "ODDIYA_REDIS_SESSIONS_URL", "redis://127.0.0.1:6379")));
  }

  private static RedisConfig redis(Settings settings, String name, String usual) {
    try {
      return new RedisConfig(
          URI.create(settings.text(name, usual)), settings.optionalFile("ODDIYA_REDIS_CA"));
    } catch (IllegalArgumentException e) {
      settings.problem(name, "must be a redis:// or rediss:// address");
      return new RedisConfig(URI.create(usual));
    }
  }
}
