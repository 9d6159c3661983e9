package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.CodeGrant;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.identity.session.Exchange;
import app.oddiya.domain.identity.session.PendingSignIn;
import app.oddiya.domain.identity.session.RefreshFamily;
import app.oddiya.domain.identity.session.RefreshFamily.Standing;
import app.oddiya.domain.identity.session.RefreshToken;
import app.oddiya.domain.identity.session.SealedToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Session;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.identity.session.TokenHash;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Sessions in memory. What a real store hashes or seals is kept in clear, since nothing outlives
/// the process, and what has expired is kept until it is asked for. Deadlines are not looked at.
/// Safe for concurrent use.
public final class MemorySessions implements Sessions {

  private final InstantSource clock;
  private final Map<Secret, PendingSignIn> signIns = new HashMap<>();
  private final Map<Secret, CodeGrant> grants = new HashMap<>();
  private final Map<UUID, RefreshFamily> families = new HashMap<>();

  public MemorySessions(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void begin(Secret state, PendingSignIn signIn, Deadline deadline) {
    signIns.put(state, signIn);
  }

  @Override
  public synchronized Optional<PendingSignIn> takeSignIn(Secret state, Deadline deadline) {
    return Optional.ofNullable(signIns.remove(state)).filter(it -> !isOver(it.expiresAt()));
  }

  @Override
  public synchronized void grant(Secret code, CodeGrant grant, Deadline deadline) {
    grants.put(code, grant);
  }

  @Override
  public synchronized Optional<CodeGrant> redeem(
      Secret code, Provider provider, CodeVerifier verifier, Deadline deadline) {
    return Optional.ofNullable(grants.remove(code))
        .filter(grant -> !isOver(grant.expiresAt()))
        .filter(grant -> grant.provider() == provider)
        .filter(grant -> grant.challenge().value().equals(Sha256.base64Url(verifier.value())));
  }

  @Override
  public synchronized Session open(UserId user, RefreshToken first, Deadline deadline) {
    RefreshFamily family =
        RefreshFamily.begin(first.family(), user, inClear(first), clock.instant());
    families.put(family.id(), family);
    return Session.of(family, first.secret());
  }

  @Override
  public synchronized Exchange exchange(RefreshToken presented, Secret fresh, Deadline deadline) {
    RefreshFamily family = families.get(presented.family());
    if (family == null) {
      return new Exchange.Refused(Exchange.Reason.UNKNOWN);
    }
    Instant now = clock.instant();
    return switch (family.standing(inClear(presented), now)) {
      case Standing.Current current -> {
        RefreshFamily rotated =
            current.rotate(new TokenHash(fresh.value()), new SealedToken(fresh.value()), now);
        families.put(rotated.id(), rotated);
        yield continued(rotated, fresh);
      }
      case Standing.JustSpent spent -> continued(family, new Secret(spent.successor().value()));
      case Standing.Reused _ -> {
        families.remove(family.id());
        yield new Exchange.Refused(Exchange.Reason.REUSED);
      }
      case Standing.Expired _ -> new Exchange.Refused(Exchange.Reason.EXPIRED);
    };
  }

  @Override
  public synchronized void revoke(RefreshToken token, Deadline deadline) {
    families.remove(token.family());
  }

  private boolean isOver(Instant end) {
    return !clock.instant().isBefore(end);
  }

  private static TokenHash inClear(RefreshToken token) {
    return new TokenHash(token.secret().value());
  }

  private static Exchange continued(RefreshFamily family, Secret secret) {
    return new Exchange.Continued(Session.of(family, secret));
  }
}
