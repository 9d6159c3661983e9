package app.oddiya.apps.auth;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.application.identity.Tokens;
import java.time.Duration;
import java.util.Optional;

/// The cookie in which a page keeps its refresh token (RFC 6265; prefixes as browsers have them
/// from its successor). No script reads it, it goes to the token and revocation endpoints alone,
/// and never with a request that another site has begun.
///
/// `__Secure-`, since `__Host-` would send it everywhere. Browsers take it at `http://localhost`
/// too, and elsewhere a page without TLS could not sign in anyway: it has no SHA-256 for PKCE.
///
/// @param token as the browser sends it back; empty if it has none, or no longer
record RefreshCookie(
    @Named(RefreshCookie.NAME) @Doc("The refresh token of a page, with `token_delivery=cookie`.")
        Optional<String> token) {

  static final String NAME = "__Secure-oddiya-refresh";

  /// What `Set-Cookie` says to keep a token.
  static String keeping(Tokens tokens) {
    return header(tokens.refresh().text(), tokens.refreshExpiresIn());
  }

  /// What `Set-Cookie` says to forget it.
  static String gone() {
    return header("", Duration.ZERO);
  }

  private static String header(String value, Duration life) {
    return "%s=%s; Max-Age=%d; Path=/oauth2; Secure; HttpOnly; SameSite=Strict"
        .formatted(NAME, value, life.toSeconds());
  }
}
