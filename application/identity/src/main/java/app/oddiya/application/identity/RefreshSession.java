package app.oddiya.application.identity;

import app.oddiya.domain.identity.session.Exchange;
import app.oddiya.domain.identity.session.RefreshToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.identity.session.TokenSigner;
import app.oddiya.domain.shared.Deadline;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps a person signed in: a refresh token for its successor and a new access token.
public final class RefreshSession {

  private final Sessions sessions;
  private final TokenSigner signer;
  private final Supplier<Secret> secrets;
  private final InstantSource clock;

  public RefreshSession(
      Sessions sessions, TokenSigner signer, Supplier<Secret> secrets, InstantSource clock) {
    this.sessions = sessions;
    this.signer = signer;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// What comes of it.
  public sealed interface Outcome {

    record Refreshed(Tokens tokens) implements Outcome {}

    /// The person has to sign in again.
    ///
    /// @param reason for the log, never for the caller
    record Refused(Exchange.Reason reason) implements Outcome {}
  }

  public Outcome refresh(String presented, Deadline deadline) {
    Optional<RefreshToken> token = RefreshToken.parse(presented);
    if (token.isEmpty()) {
      return new Outcome.Refused(Exchange.Reason.UNKNOWN);
    }
    return switch (sessions.exchange(token.get(), secrets.get(), deadline)) {
      case Exchange.Refused refused -> new Outcome.Refused(refused.reason());
      case Exchange.Continued continued ->
          new Outcome.Refreshed(Tokens.of(continued.session(), signer, clock.instant()));
    };
  }
}
