package app.oddiya.apps.llmagent;

import app.oddiya.adapters.traveldata.planning.OpenWeatherMapConfig;
import app.oddiya.adapters.web.Settings;
import java.net.URI;

/// Where forecasts come from.
sealed interface Forecasts {

  /// From nowhere: what is usual is all that is known.
  record None() implements Forecasts {}

  record OpenWeatherMap(OpenWeatherMapConfig provider) implements Forecasts {}

  static Forecasts from(Settings settings) {
    URI url =
        settings.url("ODDIYA_OPENWEATHERMAP_URL", URI.create("https://api.openweathermap.org"));
    return settings
        .optional("ODDIYA_OPENWEATHERMAP_KEY")
        .<Forecasts>map(key -> new OpenWeatherMap(new OpenWeatherMapConfig(url, key)))
        .orElseGet(None::new);
  }
}
