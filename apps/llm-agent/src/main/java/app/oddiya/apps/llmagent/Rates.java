package app.oddiya.apps.llmagent;

import app.oddiya.adapters.traveldata.planning.ExchangeRateApiConfig;
import app.oddiya.adapters.web.Settings;
import java.net.URI;

/// Where exchange rates come from.
sealed interface Rates {

  /// From nowhere: a budget in another currency cannot be held against prices.
  record None() implements Rates {}

  record ExchangeRateApi(ExchangeRateApiConfig provider) implements Rates {}

  static Rates from(Settings settings) {
    URI url =
        settings.url("ODDIYA_EXCHANGERATE_URL", URI.create("https://v6.exchangerate-api.com"));
    return settings
        .optional("ODDIYA_EXCHANGERATE_KEY")
        .<Rates>map(key -> new ExchangeRateApi(new ExchangeRateApiConfig(url, key)))
        .orElseGet(None::new);
  }
}
