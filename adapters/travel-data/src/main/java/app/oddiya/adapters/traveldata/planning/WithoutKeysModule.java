package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.agent.Weather;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/// Weather and exchange rates as far as they are known without any provider's key.
@Module
public interface WithoutKeysModule {

  @Provides
  @Singleton
  static Weather weather() {
    return new ClimateWeather(Climate.read());
  }

  @Provides
  @Singleton
  static ExchangeRates exchangeRates() {
    return new NoRates();
  }
}
