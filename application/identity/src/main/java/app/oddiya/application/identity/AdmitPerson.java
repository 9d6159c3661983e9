package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.Accounts;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.session.AttemptLimit;
import app.oddiya.domain.identity.session.IdentityProviders;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.identity.session.ProviderTokens;
import app.oddiya.domain.identity.session.SignInAttempts;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.util.Optional;

/// Lets in somebody whom a provider vouches for, whichever way they came: finds or makes the
/// account, and keeps what is needed to end it one day.
public final class AdmitPerson {

  private final SignInAttempts attempts;
  private final Optional<AttemptLimit> limit;
  private final Accounts accounts;
  private final ProviderTokens tokens;
  private final IdentityProviders providers;

  /// @param limit of each account; empty for none
  public AdmitPerson(
      SignInAttempts attempts,
      Optional<AttemptLimit> limit,
      Accounts accounts,
      ProviderTokens tokens,
      IdentityProviders providers) {
    this.attempts = attempts;
    this.limit = limit;
    this.accounts = accounts;
    this.tokens = tokens;
    this.providers = providers;
  }

  /// What comes of it.
  public sealed interface Outcome {

    record Admitted(UserId user) implements Outcome {}

    /// This account has been signed in to too often. Nothing was looked up or written.
    record TooMany(Duration retryAfter) implements Outcome {}
  }

  /// @param token of the provider, to be revoked with the account
  public Outcome admit(ProviderProfile person, Optional<ProviderToken> token, Deadline deadline) {
    Optional<Duration> wait =
        limit.flatMap(most -> attempts.count(person.identity(), most, deadline));
    if (wait.isPresent()) {
      return new Outcome.TooMany(wait.get());
    }
    UserId user = accounts.findOrCreate(person, deadline).user();
    token.ifPresent(given -> keep(user, given, deadline));
    return new Outcome.Admitted(user);
  }

  /// A token that comes after its user's deletion would never be revoked: it is revoked now. The
  /// person finds the account gone when they ask for tokens of ours.
  private void keep(UserId user, ProviderToken token, Deadline deadline) {
    if (!tokens.keep(user, token, deadline)) {
      providers.of(token.provider()).revoke(token, deadline);
    }
  }
}
