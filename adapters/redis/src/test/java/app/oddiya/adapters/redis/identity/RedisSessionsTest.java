package app.oddiya.adapters.redis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.redis.RedisModule;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.CodeGrant;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.identity.session.PendingSignIn;
import app.oddiya.domain.identity.session.RefreshToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.SessionsContract;
import app.oddiya.domain.testkit.story.Secrets;
import app.oddiya.domain.testkit.time.SettableClock;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisSessionsTest implements SessionsContract {

  @RegisterExtension static final RedisExtension STORE = new RedisExtension();

  private final SettableClock clock = new SettableClock();
  private final Redis redis = redis(STORE.url());
  private final Redis otherProcess = redis(STORE.url());
  private final AtomicInteger turn = new AtomicInteger();

  @BeforeEach
  void empty() throws IOException {
    STORE.flush();
  }

  @AfterEach
  void close() {
    redis.close();
    otherProcess.close();
  }

  /// Two processes by turns: nothing may depend on what one of them remembers.
  @Override
  public Sessions sessions() {
    return new RedisSessions(turn.getAndIncrement() % 2 == 0 ? redis : otherProcess, clock);
  }

  @Override
  public SettableClock clock() {
    return clock;
  }

  @Test
  void nothingThatIsStoredCouldBeUsedAndEverythingEnds() {
    Secret state = Secrets.fresh();
    Secret code = Secrets.fresh();
    var signIn =
        new PendingSignIn(
            Provider.GOOGLE,
            URI.create("oddiya://auth/callback"),
            Optional.of("app-state"),
            Secrets.challengeOf(Secrets.freshVerifier()),
            Secrets.fresh(),
            Secrets.fresh(),
            clock.instant().plus(PendingSignIn.LIFETIME));
    var first = new RefreshToken(UUID.randomUUID(), Secrets.fresh());
    Secret successor = Secrets.fresh();
    Secret nonce = Secrets.fresh();
    sessions().offer(nonce, signIn.expiresAt(), soon());
    sessions().begin(state, signIn, soon());
    sessions()
        .grant(
            code,
            new CodeGrant(
                USER, Provider.GOOGLE, signIn.challenge(), clock.instant().plusSeconds(60)),
            soon());
    sessions().open(USER, Provider.GOOGLE, first, soon());
    sessions().exchange(first, successor, soon());

    List<String> keys = redis.run(soon(), commands -> commands.keys("*"));

    assertThat(keys).hasSize(5);
    for (String key : keys) {
      assertThat(key + valueOf(key))
          .doesNotContain(
              state.value(),
              code.value(),
              signIn.nonce().value(),
              signIn.verifier().value(),
              "app-state",
              first.secret().value(),
              successor.value(),
              nonce.value(),
              Secrets.sha256Hex(nonce.value()),
              Secrets.challengeOf(new CodeVerifier(nonce.value())).value());
      Long millisToLive = redis.run(soon(), commands -> commands.pttl(key));
      assertThat(millisToLive).isBetween(1L, Duration.ofDays(14).toMillis());
    }
  }

  @Test
  void nothingIsLeftOfADeletedUserButThatTheyAre() {
    var first = new RefreshToken(UUID.randomUUID(), Secrets.fresh());
    sessions().open(USER, Provider.GOOGLE, first, soon());
    sessions().exchange(first, Secrets.fresh(), soon());

    sessions().end(USER, soon());

    List<String> keys = redis.run(soon(), commands -> commands.keys("*"));
    assertThat(keys).containsExactly("deleted:" + USER);
    Long millisToLive = redis.run(soon(), commands -> commands.pttl("deleted:" + USER));
    assertThat(millisToLive).isBetween(1L, Sessions.DELETION_REMEMBERED.toMillis());
  }

  @Test
  void aUsersListOfFamiliesForgetsThoseThatHaveEnded() {
    for (int i = 0; i < 3; i++) {
      sessions()
          .open(
              USER, Provider.GOOGLE, new RefreshToken(UUID.randomUUID(), Secrets.fresh()), soon());
      clock.advance(Duration.ofDays(8));
    }

    Long listed = redis.run(soon(), commands -> commands.zcard("refresh-of:" + USER));
    assertThat(listed).isEqualTo(2);
  }

  private String valueOf(String key) {
    return switch (redis.run(soon(), commands -> commands.type(key))) {
      case "hash" -> redis.run(soon(), commands -> commands.hgetall(key)).toString();
      case "zset" -> redis.run(soon(), commands -> commands.zrange(key, 0, -1)).toString();
      default -> redis.run(soon(), commands -> commands.get(key));
    };
  }

  @Test
  void aRedisThatIsNotThereIsAnOutageAndNotAHang() throws IOException {
    int closedPort;
    try (var socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    try (Redis nowhere = redis("redis://127.0.0.1:" + closedPort)) {
      var sessions = new RedisSessions(nowhere, clock);

      assertThatThrownBy(() -> sessions.takeSignIn(Secrets.fresh(), soon()))
          .isInstanceOf(Unavailable.class);
      assertThat(RedisModule.life(nowhere).ready().getAsBoolean()).isFalse();
    }
  }

  @Test
  void nothingIsAskedAfterTheDeadline() {
    var over = new Deadline(InstantSource.system().instant().minusSeconds(1));

    assertThatThrownBy(() -> sessions().takeSignIn(Secrets.fresh(), over))
        .isInstanceOf(Unavailable.class);
  }

  private static Redis redis(String url) {
    return RedisModule.redis(new RedisConfig(URI.create(url)), InstantSource.system());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(5), InstantSource.system());
  }
}
