package app.oddiya.application.identity;

import app.oddiya.domain.identity.session.AccessToken;
import app.oddiya.domain.identity.session.RefreshToken;
import app.oddiya.domain.identity.session.Session;
import app.oddiya.domain.identity.session.TokenSigner;
import java.time.Duration;
import java.time.Instant;

/// What an app of a signed-in person holds.
///
/// @param refreshExpiresIn how long the refresh token may be exchanged from when it was issued
public record Tokens(AccessToken access, RefreshToken refresh, Duration refreshExpiresIn) {

  static Tokens of(Session session, TokenSigner signer, Instant now) {
    return new Tokens(
        signer.sign(session.user(), now),
        session.token(),
        Duration.between(session.issuedAt(), session.expiresAt()));
  }
}
