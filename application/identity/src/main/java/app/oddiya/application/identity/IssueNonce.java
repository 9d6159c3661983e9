package app.oddiya.application.identity;

import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Gives an app the nonce that a phone's own sign-in has to put into the ID token, so that each ID
/// token is good for one sign-in here.
public final class IssueNonce {

  /// As long as a sign-in in a browser may take.
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final Sessions sessions;
  private final Supplier<Secret> secrets;
  private final InstantSource clock;

  public IssueNonce(Sessions sessions, Supplier<Secret> secrets, InstantSource clock) {
    this.sessions = sessions;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// A nonce and how long it is good for.
  public record Offer(Secret nonce, Duration expiresIn) {}

  public Offer issue(Deadline deadline) {
    Secret nonce = secrets.get();
    sessions.offer(nonce, clock.instant().plus(LIFETIME), deadline);
    return new Offer(nonce, LIFETIME);
  }
}
