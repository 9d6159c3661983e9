package app.oddiya.adapters.redis.identity;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.CodeGrant;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.identity.session.Exchange;
import app.oddiya.domain.identity.session.OpenSession;
import app.oddiya.domain.identity.session.PendingSignIn;
import app.oddiya.domain.identity.session.RefreshToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Session;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import io.lettuce.core.SetArgs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Sessions in Redis. What leads to one is a key each, taken with `GETDEL`, which gives it to one
/// caller; what comes of it are [RefreshFamilies].
///
/// | key                      | value                            | lives  |
/// |--------------------------|----------------------------------|--------|
/// | `signin:{hash of state}` | the sign-in, sealed by the state | 10 min |
/// | `nonce:{hash of its hash}` | until when                     | 10 min |
/// | `code:{hash of code}`    | the grant, sealed by the code    | 60 s   |
///
/// A deleted user's codes need not be looked for: no family is opened for them any more.
final class RedisSessions implements Sessions {

  private final Redis redis;
  private final Moments moments;
  private final RefreshFamilies families;
  private final Seal signIns = new Seal("oddiya sign-in");
  private final Seal codes = new Seal("oddiya code");

  RedisSessions(Redis redis, InstantSource clock) {
    this.redis = redis;
    this.moments = new Moments(clock);
    this.families = new RefreshFamilies(redis, moments);
  }

  @Override
  public void begin(Secret state, PendingSignIn signIn, Deadline deadline) {
    String closed = signIns.close(Stored.write(signIn), state);
    keep("signin:" + Digest.of(state.value()), closed, signIn.expiresAt(), deadline);
  }

  @Override
  public Optional<PendingSignIn> takeSignIn(Secret state, Deadline deadline) {
    return take("signin:" + Digest.of(state.value()), deadline)
        .map(closed -> Stored.signIn(signIns.open(closed, state)))
        .filter(signIn -> !moments.isOver(signIn.expiresAt()));
  }

  @Override
  public void offer(Secret nonce, Instant expiresAt, Deadline deadline) {
    String end = Long.toString(expiresAt.toEpochMilli());
    keep(nonceKey(Digest.of(nonce.value())), end, expiresAt, deadline);
  }

  @Override
  public boolean takeNonce(String claimed, Deadline deadline) {
    // The hash itself is worth as much as the nonce, so what is kept is the hash of the hash.
    return Digest.readings(claimed).stream()
        .flatMap(hash -> take(nonceKey(hash), deadline).stream())
        .anyMatch(end -> !moments.isOver(Instant.ofEpochMilli(Long.parseLong(end))));
  }

  @Override
  public void grant(Secret code, CodeGrant grant, Deadline deadline) {
    String closed = codes.close(Stored.write(grant), code);
    keep("code:" + Digest.of(code.value()), closed, grant.expiresAt(), deadline);
  }

  @Override
  public Optional<CodeGrant> redeem(
      Secret code, Provider provider, CodeVerifier verifier, Deadline deadline) {
    return take("code:" + Digest.of(code.value()), deadline)
        .map(closed -> Stored.grant(codes.open(closed, code)))
        .filter(grant -> !moments.isOver(grant.expiresAt()))
        .filter(grant -> grant.provider() == provider)
        .filter(grant -> Digest.same(grant.challenge().value(), Digest.of(verifier.value())));
  }

  @Override
  public Optional<Session> open(
      UserId user, Provider provider, RefreshToken first, Deadline deadline) {
    return families.open(user, provider, first, deadline);
  }

  @Override
  public Exchange exchange(RefreshToken presented, Secret fresh, Deadline deadline) {
    return families.exchange(presented, fresh, deadline);
  }

  @Override
  public void revoke(RefreshToken token, Deadline deadline) {
    families.revoke(token.family(), deadline);
  }

  @Override
  public List<OpenSession> openOf(UserId user, Deadline deadline) {
    return families.openOf(user, deadline);
  }

  @Override
  public void end(UserId user, Deadline deadline) {
    families.end(user, deadline);
  }

  private void keep(String key, String value, Instant until, Deadline deadline) {
    SetArgs life = SetArgs.Builder.px(moments.lifeUntil(until));
    var _ = redis.run(deadline, commands -> commands.set(key, value, life));
  }

  private Optional<String> take(String key, Deadline deadline) {
    return Optional.ofNullable(redis.run(deadline, commands -> commands.getdel(key)));
  }

  private static String nonceKey(String hash) {
    return "nonce:" + Digest.of(hash);
  }
}
