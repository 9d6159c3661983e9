package app.oddiya.adapters.redis.identity;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.Exchange;
import app.oddiya.domain.identity.session.OpenSession;
import app.oddiya.domain.identity.session.RefreshFamily;
import app.oddiya.domain.identity.session.RefreshToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Session;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Refresh families in Redis, of which each operation is one script: Redis runs one at a time, so
/// whichever of a revocation and an exchange comes second finds what the first has left.
///
/// | key                 | value                                       | lives                |
/// |---------------------|---------------------------------------------|----------------------|
/// | `refresh:{family}`  | a hash: hashes of tokens, the sealed successor | as its current token |
/// | `refresh-of:{user}` | the user's families by the time they end     | as the last of them  |
/// | `deleted:{user}`    | until when                                   | as an access token   |
///
/// The rules are those of [RefreshFamily], told a second time in Lua. Comparing and setting what
/// Java has decided would tell them once, but could not also look at the user's other keys in the
/// same step. Scripts find some of their keys themselves, so this wants one Redis and no cluster.
final class RefreshFamilies {

  private final Redis redis;
  private final Moments moments;
  private final Seal successors = new Seal("oddiya successor");

  RefreshFamilies(Redis redis, Moments moments) {
    this.redis = redis;
    this.moments = moments;
  }

  /// KEYS: family, user's families, tombstone. ARGV: family, user, provider, hash of the token,
  /// now, end and life in ms.
  private static final String OPEN =
      """
      local deleted = redis.call('GET', KEYS[3])
      if deleted and tonumber(deleted) > tonumber(ARGV[5]) then
        return 0
      end
      redis.call('HSET', KEYS[1], 'user', ARGV[2], 'provider', ARGV[3],
          'begun', ARGV[5], 'issued', ARGV[5], 'current', ARGV[4])
      redis.call('PEXPIRE', KEYS[1], ARGV[7])
      redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[5])
      redis.call('ZADD', KEYS[2], ARGV[6], ARGV[1])
      redis.call('PEXPIRE', KEYS[2], ARGV[7])
      return 1
      """;

  Optional<Session> open(UserId user, Provider provider, RefreshToken first, Deadline deadline) {
    Instant now = moments.now();
    Instant end = RefreshFamily.end(now, now);
    String[] keys = {family(first.family().toString()), familiesOf(user), tombstone(user)};
    Long opened =
        redis.run(
            deadline,
            commands ->
                commands.eval(
                    OPEN,
                    ScriptOutputType.INTEGER,
                    keys,
                    first.family().toString(),
                    user.toString(),
                    provider.code(),
                    Digest.of(first.secret().value()),
                    millis(now),
                    millis(end),
                    millis(Duration.between(now, end))));
    return opened == 1 ? Optional.of(new Session(user, first, now, end)) : Optional.empty();
  }

  /// KEYS: family. ARGV: family, hash of the token, hash of the fresh one, the fresh one sealed,
  /// now, lives of token and family and the grace in ms.
  private static final String EXCHANGE =
      """
      local user, begun, issued, current, spent, spentAt, successor = unpack(redis.call('HMGET',
          KEYS[1], 'user', 'begun', 'issued', 'current', 'spent', 'spentAt', 'successor'))
      if not user then
        return {'UNKNOWN'}
      end
      local now, tokenLife, familyEnd = tonumber(ARGV[5]), tonumber(ARGV[6]), begun + ARGV[7]
      if now >= math.min(issued + tokenLife, familyEnd) then
        return {'EXPIRED'}
      end
      if ARGV[2] == current then
        local ends = math.min(now + tokenLife, familyEnd)
        redis.call('HSET', KEYS[1], 'current', ARGV[3], 'issued', ARGV[5],
            'spent', current, 'spentAt', ARGV[5], 'successor', ARGV[4])
        redis.call('PEXPIRE', KEYS[1], ends - now)
        redis.call('ZADD', 'refresh-of:' .. user, ends, ARGV[1])
        redis.call('PEXPIRE', 'refresh-of:' .. user, tokenLife)
        return {'ROTATED', user, begun, ARGV[5]}
      end
      if ARGV[2] == spent and now < spentAt + ARGV[8] then
        return {'REPEATED', user, begun, issued, successor}
      end
      redis.call('DEL', KEYS[1])
      redis.call('ZREM', 'refresh-of:' .. user, ARGV[1])
      return {'REUSED'}
      """;

  Exchange exchange(RefreshToken presented, Secret fresh, Deadline deadline) {
    String[] keys = {family(presented.family().toString())};
    List<String> answer =
        redis.run(
            deadline,
            commands ->
                commands.eval(
                    EXCHANGE,
                    ScriptOutputType.MULTI,
                    keys,
                    presented.family().toString(),
                    Digest.of(presented.secret().value()),
                    Digest.of(fresh.value()),
                    successors.close(fresh.value(), presented.secret()),
                    millis(moments.now()),
                    millis(RefreshFamily.TOKEN_LIFETIME),
                    millis(RefreshFamily.FAMILY_LIFETIME),
                    millis(RefreshFamily.GRACE)));
    return switch (answer.getFirst()) {
      case "ROTATED" -> continued(answer, presented.family(), fresh);
      case "REPEATED" -> {
        String successor = successors.open(answer.get(4), presented.secret());
        yield continued(answer, presented.family(), new Secret(successor));
      }
      default -> new Exchange.Refused(Exchange.Reason.valueOf(answer.getFirst()));
    };
  }

  private static Exchange continued(List<String> answer, UUID family, Secret secret) {
    var user = new UserId(Long.parseLong(answer.get(1)));
    Instant begun = moment(answer.get(2));
    Instant issued = moment(answer.get(3));
    return new Exchange.Continued(
        new Session(
            user, new RefreshToken(family, secret), issued, RefreshFamily.end(begun, issued)));
  }

  /// KEYS: family. ARGV: family.
  private static final String REVOKE =
      """
      local user = redis.call('HGET', KEYS[1], 'user')
      if user then
        redis.call('DEL', KEYS[1])
        redis.call('ZREM', 'refresh-of:' .. user, ARGV[1])
      end
      return 1
      """;

  void revoke(UUID family, Deadline deadline) {
    String[] keys = {family(family.toString())};
    Long _ =
        redis.run(
            deadline,
            commands -> commands.eval(REVOKE, ScriptOutputType.INTEGER, keys, family.toString()));
  }

  /// KEYS: user's families. ARGV: now.
  private static final String OPEN_OF =
      """
      local open = {}
      for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. ARGV[1], '+inf')) do
        local family = redis.call('HMGET', 'refresh:' .. id, 'provider', 'begun', 'issued')
        if family[1] then
          for _, part in ipairs({id, family[1], family[2], family[3]}) do
            open[#open + 1] = part
          end
        end
      end
      return open
      """;

  List<OpenSession> openOf(UserId user, Deadline deadline) {
    String[] keys = {familiesOf(user)};
    List<String> answer =
        redis.run(
            deadline,
            commands ->
                commands.eval(OPEN_OF, ScriptOutputType.MULTI, keys, millis(moments.now())));
    List<OpenSession> open = new ArrayList<>();
    for (int at = 0; at < answer.size(); at += 4) {
      Instant begun = moment(answer.get(at + 2));
      Instant renewed = moment(answer.get(at + 3));
      open.add(
          new OpenSession(
              UUID.fromString(answer.get(at)),
              Provider.parse(answer.get(at + 1)).orElseThrow(),
              begun,
              renewed,
              RefreshFamily.end(begun, renewed)));
    }
    open.sort(OpenSession.OLDEST_FIRST);
    return List.copyOf(open);
  }

  /// KEYS: user's families, tombstone. ARGV: end and life of the tombstone in ms.
  private static final String END =
      """
      for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
        redis.call('DEL', 'refresh:' .. id)
      end
      redis.call('DEL', KEYS[1])
      redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
      return 1
      """;

  void end(UserId user, Deadline deadline) {
    String[] keys = {familiesOf(user), tombstone(user)};
    Duration life = Sessions.DELETION_REMEMBERED;
    Long _ =
        redis.run(
            deadline,
            commands ->
                commands.eval(
                    END,
                    ScriptOutputType.INTEGER,
                    keys,
                    millis(moments.now().plus(life)),
                    millis(life)));
  }

  /// Stands as long as the user is remembered as deleted.
  static String tombstone(UserId user) {
    return "deleted:" + user;
  }

  private static String family(String id) {
    return "refresh:" + id;
  }

  private static String familiesOf(UserId user) {
    return "refresh-of:" + user;
  }

  private static String millis(Instant moment) {
    return Long.toString(moment.toEpochMilli());
  }

  private static String millis(Duration life) {
    return Long.toString(life.toMillis());
  }

  private static Instant moment(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
