package app.oddiya.adapters.traveldata.planning;

import java.net.URI;

/// Kakao Mobility, routes by car.
///
/// @param url `https://apis-navi.kakaomobility.com` but for tests
/// @param key the REST API key of the application
public record KakaoMobilityConfig(URI url, String key) {

  public KakaoMobilityConfig {
    if (key.isBlank()) {
      throw new IllegalArgumentException("key: blank (expected: a REST API key)");
    }
  }

  /// Never shows the key.
  @Override
  public String toString() {
    return "KakaoMobilityConfig[" + url + "]";
  }
}
