package app.oddiya.adapters.traveldata.planning;

import java.net.URI;

/// TourAPI of the Korea Tourism Organization.
///
/// @param url `https://apis.data.go.kr/B551011/KorService2` but for tests
/// @param key the service key as the portal shows it under "decoding"
public record TourConfig(URI url, String key) {

  public TourConfig {
    if (key.isBlank()) {
      throw new IllegalArgumentException("key: blank (expected: a service key)");
    }
  }

  /// Never shows the key.
  @Override
  public String toString() {
    return "TourConfig[" + url + "]";
  }
}
