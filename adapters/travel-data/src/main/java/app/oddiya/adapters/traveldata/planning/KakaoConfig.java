package app.oddiya.adapters.traveldata.planning;

import java.net.URI;

/// Kakao Local, searches for places.
///
/// @param url `https://dapi.kakao.com` but for tests
/// @param key the REST API key of the application
public record KakaoConfig(URI url, String key) {

  public KakaoConfig {
    if (key.isBlank()) {
      throw new IllegalArgumentException("key: blank (expected: a REST API key)");
    }
  }

  /// Never shows the key.
  @Override
  public String toString() {
    return "KakaoConfig[" + url + "]";
  }
}
