package app.oddiya.adapters.web.token;

import java.io.IOException;

/// Where the public keys of the issuer come from.
@FunctionalInterface
public interface KeySource {

  /// A JWK set (RFC 7517) as JSON.
  String fetch() throws IOException;
}
