package app.oddiya.adapters.redis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.redis.RedisModule;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.identity.session.ProviderTokens;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.ProviderTokensContract;
import app.oddiya.domain.testkit.time.SettableClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RedisProviderTokensTest implements ProviderTokensContract {

  @RegisterExtension static final RedisExtension STORE = new RedisExtension();

  private static final UserId USER = new UserId(42);
  private static final ProviderToken TOKEN =
      new ProviderToken(Provider.APPLE, "app.oddiya", "the-token-itself");

  private final OctetSequenceKey key = key(256);
  private final SettableClock clock = new SettableClock();
  private final Redis redis =
      RedisModule.redis(new RedisConfig(URI.create(STORE.url())), InstantSource.system());

  @AfterEach
  void close() {
    redis.close();
  }

  @Override
  public ProviderTokens tokens() {
    return under(key);
  }

  @Override
  public Sessions sessions() {
    return new RedisSessions(redis, clock);
  }

  @Override
  public SettableClock clock() {
    return clock;
  }

  @Test
  void nothingThatIsStoredCanBeReadWithoutTheKey() {
    tokens().keep(USER, TOKEN, soon());

    assertThat(stored(USER))
        .matches("[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+")
        .doesNotContain(TOKEN.value());
    assertThatThrownBy(() -> under(key(256)).find(USER, soon()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anOldKeyReadsOnBehindANewOne() {
    tokens().keep(USER, TOKEN, soon());

    OctetSequenceKey newer = key(256);
    assertThat(under(newer, key).find(USER, soon())).contains(TOKEN);
    under(newer, key).keep(USER, TOKEN, soon());
    assertThat(under(newer).find(USER, soon())).contains(TOKEN);
  }

  @Test
  void aTokenIsOfNoUseAsAnotherUsers() {
    tokens().keep(USER, TOKEN, soon());
    var other = new UserId(43);
    redis.run(soon(), commands -> commands.set("provider-token:43", stored(USER)));

    assertThatThrownBy(() -> tokens().find(other, soon()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFileThatCannotEncryptIsRefusedWithoutQuotingIt(@TempDir Path folder) throws IOException {
    for (Path unfit :
        List.of(
            file(folder),
            file(folder, key(128)),
            file(folder, key, key),
            Files.writeString(folder.resolve("text"), "secret"),
            folder.resolve("missing"))) {
      assertThatThrownBy(() -> ProviderTokenKeys.read(unfit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("must ")
          .hasMessageNotContaining("secret");
    }
    assertThat(ProviderTokenKeys.read(file(folder, key)).keys()).containsExactly(key);
  }

  private ProviderTokens under(OctetSequenceKey... keys) {
    var cipher = new ProviderTokenCipher(new ProviderTokenKeys(List.of(keys)));
    return new RedisProviderTokens(redis, cipher, clock);
  }

  private String stored(UserId user) {
    return redis.run(soon(), commands -> commands.get("provider-token:" + user));
  }

  private static Path file(Path folder, JWK... keys) throws IOException {
    Path file = Files.createTempFile(folder, "keys", ".json");
    return Files.writeString(file, new JWKSet(List.of(keys)).toString(false));
  }

  private static OctetSequenceKey key(int bits) {
    try {
      return new OctetSequenceKeyGenerator(bits).generate();
    } catch (JOSEException e) {
      throw new AssertionError("every JDK has randomness", e);
    }
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(5), InstantSource.system());
  }
}
