package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.identity.session.RefreshToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.identity.session.TokenSigner;
import app.oddiya.domain.shared.Deadline;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Gives an app its tokens for the code that it was sent.
public final class RedeemCode {

  private final Sessions sessions;
  private final TokenSigner signer;
  private final Supplier<UUID> families;
  private final Supplier<Secret> secrets;
  private final InstantSource clock;

  public RedeemCode(
      Sessions sessions,
      TokenSigner signer,
      Supplier<UUID> families,
      Supplier<Secret> secrets,
      InstantSource clock) {
    this.sessions = sessions;
    this.signer = signer;
    this.families = families;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// The tokens of a new session; empty if the code is not, or no longer, good for any, without
  /// saying which. The code is spent either way.
  public Optional<Tokens> redeem(
      Provider provider, String code, CodeVerifier verifier, Deadline deadline) {
    return Secret.parse(code)
        .flatMap(presented -> sessions.redeem(presented, provider, verifier, deadline))
        .flatMap(
            grant -> {
              var first = new RefreshToken(families.get(), secrets.get());
              return sessions.open(grant.user(), grant.provider(), first, deadline);
            })
        .map(session -> Tokens.of(session, signer, clock.instant()));
  }
}
