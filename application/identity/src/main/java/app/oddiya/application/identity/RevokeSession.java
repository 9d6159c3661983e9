package app.oddiya.application.identity;

import app.oddiya.domain.identity.session.RefreshToken;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.Deadline;

/// Signs a person out on one device.
public final class RevokeSession {

  private final Sessions sessions;

  public RevokeSession(Sessions sessions) {
    this.sessions = sessions;
  }

  /// Ends the family of a refresh token. Any other text ends nothing, and that is fine: whatever it
  /// was, it is of no use from now on (RFC 7009, section 2.2).
  public void revoke(String token, Deadline deadline) {
    RefreshToken.parse(token).ifPresent(refresh -> sessions.revoke(refresh, deadline));
  }
}
