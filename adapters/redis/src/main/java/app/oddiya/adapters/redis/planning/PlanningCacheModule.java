package app.oddiya.adapters.redis.planning;

import app.oddiya.adapters.redis.Cache;
import app.oddiya.adapters.redis.CacheModule;
import app.oddiya.domain.planning.agent.ChoiceCache;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// What planning keeps in the cache. The app binds an [InstantSource] beside what [CacheModule]
/// needs.
@Module(includes = CacheModule.class)
public interface PlanningCacheModule {

  @Provides
  @Singleton
  static ProviderCaches providerCaches(Cache cache) {
    var shelf = new Shelf(cache);
    return new ProviderCaches(
        (provider, places) -> new CachedPlaces(provider, places, shelf),
        weather -> new CachedWeather(weather, shelf),
        rates -> new CachedExchangeRates(rates, shelf));
  }

  @Provides
  @Singleton
  static ChoiceCache choiceCache(Cache cache, InstantSource clock) {
    return new RedisChoiceCache(new Shelf(cache), clock);
  }
}
