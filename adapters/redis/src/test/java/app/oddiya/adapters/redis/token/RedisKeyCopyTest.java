package app.oddiya.adapters.redis.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.redis.Cache;
import app.oddiya.adapters.redis.CacheConfig;
import app.oddiya.adapters.redis.CacheModule;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.web.token.AccessTokens;
import app.oddiya.apps.stores.junit.StoppableRedisExtension;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.time.Eventually;
import app.oddiya.domain.testkit.time.SettableClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Gateways that verify tokens while the issuer, Redis or both are away.
@Timeout(60)
class RedisKeyCopyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension static final StoppableRedisExtension STORE = new StoppableRedisExtension();

  private static final String ISSUER = "https://oddiya.test";
  private static final RSAKey KEY = newKey("k1", 2_048);
  private static final RSAKey WEAK = newKey("k1", 1_024);

  private final SettableClock clock = new SettableClock();
  private final String token = token();
  private final List<Cache> caches = new ArrayList<>();
  private boolean issuerIsAway;

  @AfterEach
  void close() {
    caches.forEach(Cache::close);
  }

  @Test
  void aGatewayThatStartsWhileTheIssuerIsAwayFindsTheKeysOfAnother() throws Exception {
    assertThat(gateway().verify(token)).isPresent();
    awaitCopy();
    issuerIsAway = true;

    assertThat(gateway().verify(token)).isPresent();
    assertThat(gateway().verify(token("unknown"))).as("fetched a moment ago").isEmpty();
  }

  @Test
  void anOldCopyServesTheKeysInItAndSaysNothingOfOthers() throws Exception {
    assertThat(gateway().verify(token)).isPresent();
    awaitCopy();
    issuerIsAway = true;
    clock.advance(Duration.ofMinutes(50));

    AccessTokens late = gateway();

    assertThat(late.verify(token)).isPresent();
    assertThatThrownBy(() -> late.verify(token("unknown"))).isInstanceOf(Unavailable.class);
  }

  @Test
  void withoutRedisTheIssuerIsEnough() {
    STORE.stop();

    assertThat(gateway().verify(token)).isPresent();
  }

  @Test
  void whoHasTheKeysNeedsNeither() {
    AccessTokens warm = gateway();
    assertThat(warm.verify(token)).isPresent();
    STORE.stop();
    issuerIsAway = true;
    clock.advance(Duration.ofMinutes(30));

    assertThat(warm.verify(token)).isPresent();
  }

  @Test
  void withNeitherFromTheBeginningNobodyIsLetInAndNobodyIsCalledAStranger() {
    STORE.stop();
    issuerIsAway = true;

    assertThatThrownBy(() -> gateway().verify(token)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aFreshFetchIsWorthMoreThanTheCopy() throws Exception {
    put(clock.instant() + "\n" + new JWKSet(newKey("other", 2_048).toPublicJWK()));

    assertThat(gateway().verify(token)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "{\"keys\":[]}",
        "NOW\n",
        "NOW\n{\"keys\":[]}",
        "NOW\n<html>",
        "FUTURE",
        "WEAK"
      })
  void aCopyThatIsNoGoodIsNoCopy(String value) throws Exception {
    issuerIsAway = true;
    Instant now = clock.instant();
    JWKSet good = new JWKSet(KEY.toPublicJWK());
    put(
        value
            .replace("NOW", now.toString())
            .replace("FUTURE", now.plusSeconds(3_600) + "\n" + good)
            .replace("WEAK", now + "\n" + new JWKSet(WEAK.toPublicJWK())));

    assertThatThrownBy(() -> gateway().verify(token)).isInstanceOf(Unavailable.class);
  }

  private AccessTokens gateway() {
    return new AccessTokens(ISSUER, this::fetch, new RedisKeyCopy(cache()), clock);
  }

  private String fetch() throws IOException {
    if (issuerIsAway) {
      throw new IOException("down");
    }
    return new JWKSet(KEY.toPublicJWK()).toString();
  }

  private Cache cache() {
    Cache cache = CacheModule.cache(new CacheConfig(new RedisConfig(URI.create(STORE.url()))));
    caches.add(cache);
    return cache;
  }

  private void put(String copy) {
    byte[] value = copy.getBytes(UTF_8);
    cache().ask(connection -> connection.async().set("jwks", value)).join();
  }

  /// The copy is written while the request goes on.
  private void awaitCopy() {
    Cache cache = cache();
    Eventually.holds("the copy is there", PATIENCE, () -> isThere(cache));
    Long left = cache.ask(connection -> connection.async().ttl("jwks")).join();
    assertThat(left).isBetween(1L, 86_400L);
  }

  private static boolean isThere(Cache cache) {
    try {
      return cache.ask(connection -> connection.async().exists("jwks")).join() == 1;
    } catch (CompletionException slow) {
      return false;
    }
  }

  private String token() {
    return token(KEY.getKeyID());
  }

  private String token(String kid) {
    Instant now = clock.instant();
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(kid)
                .build(),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("oddiya")
                .subject("7")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3_600)))
                .build());
    try {
      jwt.sign(new RSASSASigner(KEY));
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
    return jwt.serialize();
  }

  private static RSAKey newKey(String kid, int bits) {
    try {
      return new RSAKeyGenerator(bits, true).keyID(kid).generate();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
