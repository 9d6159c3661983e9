package app.oddiya.adapters.traveldata.planning;

import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.domain.planning.agent.Weather;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The weather with a key of OpenWeatherMap. The app binds an [OpenWeatherMapConfig], or chooses
/// this at run time.
@Module
public interface OpenWeatherMapModule {

  @Provides
  @Singleton
  static Weather weather(
      OpenWeatherMapConfig config, ProviderClients clients, InstantSource clock) {
    return new OpenWeatherMapWeather(config, clients, Climate.read(), clock);
  }
}
