package app.oddiya.adapters.web.token;

import com.nimbusds.jose.JWSHeader;

/// What no token of ours has in its header.
final class JoseHeaders {

  private JoseHeaders() {}

  /// Whether the header neither asks for a key from elsewhere nor for anything that we would have
  /// to understand (`crit`).
  static boolean bringsNoKeysAndNoExtensions(JWSHeader header) {
    return header.getCriticalParams() == null
        && header.getJWKURL() == null
        && header.getJWK() == null
        && header.getX509CertURL() == null;
  }
}
