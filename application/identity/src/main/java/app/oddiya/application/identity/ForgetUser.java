package app.oddiya.application.identity;

import app.oddiya.domain.identity.session.IdentityProviders;
import app.oddiya.domain.identity.session.ProviderTokens;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;

/// Ends everything that the sign-in side holds of a deleted user.
public final class ForgetUser {

  private final Sessions sessions;
  private final ProviderTokens tokens;
  private final IdentityProviders providers;

  public ForgetUser(Sessions sessions, ProviderTokens tokens, IdentityProviders providers) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.providers = providers;
  }

  /// Signs the user out everywhere first, which needs nobody else; then the provider is told, and
  /// its token is forgotten only when it has been. May be asked for again at any time.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if something is left to do: to be asked again
  public void forget(UserId user, Deadline deadline) {
    sessions.end(user, deadline);
    tokens
        .find(user, deadline)
        .ifPresent(
            token -> {
              providers.of(token.provider()).revoke(token, deadline);
              tokens.forget(user, deadline);
            });
  }
}
