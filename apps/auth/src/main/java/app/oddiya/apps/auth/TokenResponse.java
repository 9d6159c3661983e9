package app.oddiya.apps.auth;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.application.identity.Tokens;
import app.oddiya.apps.auth.TokensView.TokenType;
import app.oddiya.domain.identity.session.AccessToken;
import java.util.Optional;

/// Tokens in the words of RFC 6749, section 5.1, and RFC 8693, section 2.2.1.
record TokenResponse(
    @Named("access_token") String accessToken,
    @Named("issued_token_type") @Doc("After token exchange.") Optional<String> issuedTokenType,
    @Named("token_type") TokenType tokenType,
    @Named("expires_in") @Doc("Seconds.") long expiresIn,
    @Named("refresh_token") @Doc("Unless it comes in a cookie.") Optional<String> refreshToken,
    @Named("refresh_expires_in") @Doc("Seconds.") long refreshExpiresIn) {

  static TokenResponse of(Tokens tokens, TokenDelivery delivery) {
    return of(tokens, delivery, Optional.empty());
  }

  static TokenResponse ofExchange(Tokens tokens, TokenDelivery delivery) {
    return of(tokens, delivery, Optional.of(TokenRequest.ACCESS_TOKEN));
  }

  private static TokenResponse of(
      Tokens tokens, TokenDelivery delivery, Optional<String> issuedTokenType) {
    return new TokenResponse(
        tokens.access().value(),
        issuedTokenType,
        TokenType.BEARER,
        AccessToken.LIFETIME.toSeconds(),
        delivery.inBody(tokens),
        tokens.refreshExpiresIn().toSeconds());
  }
}
