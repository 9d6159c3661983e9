package app.oddiya.adapters.traveldata.planning;

import java.net.URI;

/// Where OpenWeatherMap is and by which key it knows us.
public record OpenWeatherMapConfig(URI url, String key) {

  /// Without the key, which no log may hold.
  @Override
  public String toString() {
    return "OpenWeatherMapConfig[" + url + "]";
  }
}
