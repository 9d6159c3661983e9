package app.oddiya.adapters.web.token;

import com.nimbusds.jose.JWSHeader;

/// What every token of ours looks like, and what none has in its header.
final class JoseHeaders {

  private JoseHeaders() {}

  /// Whether the header neither brings a key or asks for one from elsewhere, nor wants anything
  /// that we would have to understand (`crit`) or to undo (`b64`, `zip`).
  static boolean bringsNoKeysAndNoExtensions(JWSHeader header) {
    return header.getCriticalParams() == null
        && header.getJWKURL() == null
        && header.getJWK() == null
        && header.getX509CertURL() == null
        && header.getX509CertChain() == null
        && header.isBase64URLEncodePayload()
        && header.getCustomParam("zip") == null;
  }

  /// Whether a text is three parts in base64url and nothing else (RFC 7515, section 7.1). The JOSE
  /// library passes over whatever is not of that alphabet, so that one token had many spellings.
  static boolean isCompact(String text) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        dots++;
      } else if (!isBase64Url(c)) {
        return false;
      }
    }
    return dots == 2;
  }

  private static boolean isBase64Url(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
