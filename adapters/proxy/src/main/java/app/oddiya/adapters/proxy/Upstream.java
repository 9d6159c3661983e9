package app.oddiya.adapters.proxy;

import java.net.URI;

/// A service behind the gateway.
///
/// @param name as siblings call it
/// @param base scheme, host and port; requests keep their own path
public record Upstream(String name, URI base) {

  public Upstream {
    if (base.getHost() == null || !(base.getPath().isEmpty() || base.getPath().equals("/"))) {
      throw new IllegalArgumentException("base: " + base + " (expected: http://host:port)");
    }
  }

  /// The absolute address of a path here.
  String address(String pathAndQuery) {
    return base.getScheme() + "://" + base.getRawAuthority() + pathAndQuery;
  }
}
