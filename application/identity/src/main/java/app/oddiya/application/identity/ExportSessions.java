package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.OpenSession;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.identity.session.ProviderTokens;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/// Tells a user what the sign-in side holds of them.
public final class ExportSessions {

  private final Sessions sessions;
  private final ProviderTokens tokens;

  public ExportSessions(Sessions sessions, ProviderTokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /// @param tokenOf the provider of whom a token is kept; never the token
  public record Held(List<OpenSession> sessions, Optional<Provider> tokenOf) {}

  public Held export(UserId user, Deadline deadline) {
    return new Held(
        sessions.openOf(user, deadline), tokens.find(user, deadline).map(ProviderToken::provider));
  }
}
