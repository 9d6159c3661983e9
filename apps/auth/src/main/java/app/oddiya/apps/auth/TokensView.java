package app.oddiya.apps.auth;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.application.identity.Tokens;
import app.oddiya.domain.identity.session.AccessToken;
import java.util.Optional;

/// Tokens as the app's own JSON says them.
///
/// @param expiresIn seconds, of the access token
/// @param refreshExpiresIn seconds, of the refresh token
@Named("Tokens")
record TokensView(
    String accessToken,
    TokenType tokenType,
    @Doc("Seconds.") long expiresIn,
    @Doc("Unless it comes in a cookie.") Optional<String> refreshToken,
    @Doc("Seconds.") long refreshExpiresIn) {

  /// RFC 6750; there is no other kind here.
  enum TokenType {
    @Named("Bearer")
    BEARER
  }

  static TokensView of(Tokens tokens, TokenDelivery delivery) {
    return new TokensView(
        tokens.access().value(),
        TokenType.BEARER,
        AccessToken.LIFETIME.toSeconds(),
        delivery.inBody(tokens),
        tokens.refreshExpiresIn().toSeconds());
  }
}
