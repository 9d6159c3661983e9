package app.oddiya.adapters.redis.identity;

import app.oddiya.adapters.redis.Redis;
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
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Sessions in Redis, one key each:
///
/// | key                     | value                         | lives                |
/// |-------------------------|-------------------------------|----------------------|
/// | `signin:{hash of state}` | the sign-in, sealed by the state | 10 min            |
/// | `code:{hash of code}`   | the grant, sealed by the code | 60 s                 |
/// | `family:{id}`           | hashes, the sealed successor  | as its current token |
///
/// States and codes are taken with `GETDEL`, which gives them to one caller. A family is changed by
/// comparing and setting in one script: the rules stay in [RefreshFamily] and are not told a second
/// time in Lua, at the price of one more round trip. Who loses the comparison looks again, and then
/// holds a token that has just been spent or a family that is gone; so nobody loses twice.
final class RedisSessions implements Sessions {

  /// KEYS[1] the family; ARGV[1] as it was read, ARGV[2] as it is to be, ARGV[3] its life in ms.
  private static final String REPLACE =
      """
      if redis.call('GET', KEYS[1]) == ARGV[1] then
        redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
        return 1
      end
      return 0
      """;

  private final Redis redis;
  private final InstantSource clock;
  private final Seal signIns = new Seal("oddiya sign-in");
  private final Seal codes = new Seal("oddiya code");
  private final Seal successors = new Seal("oddiya successor");

  RedisSessions(Redis redis, InstantSource clock) {
    this.redis = redis;
    this.clock = clock;
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
        .filter(signIn -> now().isBefore(signIn.expiresAt()));
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
        .filter(grant -> now().isBefore(grant.expiresAt()))
        .filter(grant -> grant.provider() == provider)
        .filter(grant -> Digest.same(grant.challenge().value(), Digest.of(verifier.value())));
  }

  @Override
  public Session open(UserId user, RefreshToken first, Deadline deadline) {
    RefreshFamily family = RefreshFamily.begin(first.family(), user, hash(first.secret()), now());
    keep(key(family.id()), Stored.write(family), family.expiresAt(), deadline);
    return Session.of(family, first.secret());
  }

  @Override
  public Exchange exchange(RefreshToken presented, Secret fresh, Deadline deadline) {
    while (true) {
      Optional<String> stored = read(key(presented.family()), deadline);
      if (stored.isEmpty()) {
        return new Exchange.Refused(Exchange.Reason.UNKNOWN);
      }
      RefreshFamily family = Stored.family(presented.family(), stored.get());
      Instant now = now();
      switch (family.standing(hash(presented.secret()), now)) {
        case Standing.Current current -> {
          String closed = successors.close(fresh.value(), presented.secret());
          RefreshFamily rotated = current.rotate(hash(fresh), new SealedToken(closed), now);
          if (replace(stored.get(), rotated, deadline)) {
            return continued(rotated, fresh);
          }
        }
        case Standing.JustSpent spent -> {
          String successor = successors.open(spent.successor().value(), presented.secret());
          return continued(family, new Secret(successor));
        }
        case Standing.Reused _ -> {
          revoke(presented, deadline);
          return new Exchange.Refused(Exchange.Reason.REUSED);
        }
        case Standing.Expired _ -> {
          return new Exchange.Refused(Exchange.Reason.EXPIRED);
        }
      }
    }
  }

  @Override
  public void revoke(RefreshToken token, Deadline deadline) {
    var _ = redis.run(deadline, commands -> commands.del(key(token.family())));
  }

  private void keep(String key, String value, Instant until, Deadline deadline) {
    SetArgs life = SetArgs.Builder.px(millisUntil(until));
    var _ = redis.run(deadline, commands -> commands.set(key, value, life));
  }

  private Optional<String> read(String key, Deadline deadline) {
    return Optional.ofNullable(redis.run(deadline, commands -> commands.get(key)));
  }

  private Optional<String> take(String key, Deadline deadline) {
    return Optional.ofNullable(redis.run(deadline, commands -> commands.getdel(key)));
  }

  private boolean replace(String before, RefreshFamily after, Deadline deadline) {
    String[] keys = {key(after.id())};
    String life = Long.toString(millisUntil(after.expiresAt()));
    Long replaced =
        redis.run(
            deadline,
            commands ->
                commands.eval(
                    REPLACE, ScriptOutputType.INTEGER, keys, before, Stored.write(after), life));
    return replaced == 1;
  }

  private long millisUntil(Instant moment) {
    // Redis refuses a life of nothing; what has just expired is refused by its own date.
    return Math.max(1, Duration.between(now(), moment).toMillis());
  }

  /// In milliseconds, so that what is kept and what is still in hand say the same.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Exchange continued(RefreshFamily family, Secret secret) {
    return new Exchange.Continued(Session.of(family, secret));
  }

  private static TokenHash hash(Secret secret) {
    return new TokenHash(Digest.of(secret.value()));
  }

  private static String key(UUID family) {
    return "family:" + family;
  }
}
