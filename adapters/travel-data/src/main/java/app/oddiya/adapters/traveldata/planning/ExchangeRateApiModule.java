package app.oddiya.adapters.traveldata.planning;

import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.domain.planning.agent.ExchangeRates;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/// Exchange rates with a key of ExchangeRate-API. The app binds an [ExchangeRateApiConfig], or
/// chooses this at run time.
@Module
public interface ExchangeRateApiModule {

  @Provides
  @Singleton
  static ExchangeRates exchangeRates(ExchangeRateApiConfig config, ProviderClients clients) {
    return new ExchangeRateApiRates(config, clients);
  }
}
