package app.oddiya.domain.identity.session;

import app.oddiya.domain.shared.UserId;
import java.time.Instant;

/// A user is signed in.
///
/// @param token the current token of the family
/// @param issuedAt when the token was made: now, or for a retry at most [RefreshFamily#GRACE] ago
/// @param expiresAt when it ends unless it is exchanged before
public record Session(UserId user, RefreshToken token, Instant issuedAt, Instant expiresAt) {

  /// @param current the secret of the family's current token
  public static Session of(RefreshFamily family, Secret current) {
    return new Session(
        family.user(), new RefreshToken(family.id(), current), family.issued(), family.expiresAt());
  }
}
