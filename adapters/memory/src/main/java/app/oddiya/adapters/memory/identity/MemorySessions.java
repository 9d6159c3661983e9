package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.CodeGrant;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.identity.session.Exchange;
import app.oddiya.domain.identity.session.OpenSession;
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
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Sessions in memory. What a real store hashes or seals is kept in clear, since nothing outlives
/// the process, and what has expired is kept until it is asked for. Deadlines are not looked at.
/// Safe for concurrent use.
public final class MemorySessions implements Sessions {

  private final InstantSource clock;
  private final Map<Secret, PendingSignIn> signIns = new HashMap<>();
  private final Map<Secret, CodeGrant> grants = new HashMap<>();
  private final Map<UUID, RefreshFamily> families = new HashMap<>();
  private final Map<String, Instant> nonces = new HashMap<>();
  private final Map<UserId, Instant> deleted = new HashMap<>();

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
  public synchronized void offer(Secret nonce, Instant expiresAt, Deadline deadline) {
    nonces.put(Sha256.base64Url(nonce.value()), expiresAt);
  }

  @Override
  public synchronized boolean takeNonce(String claimed, Deadline deadline) {
    return Stream.of(Sha256.base64Url(claimed), claimed, base64UrlOfHex(claimed))
        .map(nonces::remove)
        .anyMatch(end -> end != null && !isOver(end));
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
  public synchronized Optional<Session> open(
      UserId user, Provider provider, RefreshToken first, Deadline deadline) {
    if (isDeleted(user)) {
      return Optional.empty();
    }
    RefreshFamily family =
        RefreshFamily.begin(first.family(), user, provider, inClear(first), clock.instant());
    families.put(family.id(), family);
    return Optional.of(Session.of(family, first.secret()));
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

  @Override
  public synchronized List<OpenSession> openOf(UserId user, Deadline deadline) {
    return families.values().stream()
        .filter(family -> family.user().equals(user) && !isOver(family.expiresAt()))
        .map(OpenSession::of)
        .sorted(OpenSession.OLDEST_FIRST)
        .toList();
  }

  @Override
  public synchronized void end(UserId user, Deadline deadline) {
    families.values().removeIf(family -> family.user().equals(user));
    deleted.put(user, clock.instant().plus(DELETION_REMEMBERED));
  }

  /// Whether a user has been deleted and is still remembered as such.
  synchronized boolean isDeleted(UserId user) {
    Instant end = deleted.get(user);
    return end != null && !isOver(end);
  }

  private boolean isOver(Instant end) {
    return !clock.instant().isBefore(end);
  }

  private static String base64UrlOfHex(String text) {
    return text.matches("[0-9a-fA-F]{64}")
        ? Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(text))
        : text;
  }

  private static TokenHash inClear(RefreshToken token) {
    return new TokenHash(token.secret().value());
  }

  private static Exchange continued(RefreshFamily family, Secret secret) {
    return new Exchange.Continued(Session.of(family, secret));
  }
}
