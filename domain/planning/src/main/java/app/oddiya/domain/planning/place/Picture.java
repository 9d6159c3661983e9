package app.oddiya.domain.planning.place;

import java.net.URI;

/// A picture of a place that its provider shows.
///
/// @param url absolute, by https
/// @param source who has to be named beside it
public record Picture(URI url, String source) {

  public Picture {
    if (!"https".equals(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException("url: " + url + " (expected: https)");
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("source: blank (expected: who is to be named)");
    }
  }
}
