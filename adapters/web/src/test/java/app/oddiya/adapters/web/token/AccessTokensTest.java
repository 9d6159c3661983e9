package app.oddiya.adapters.web.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.web.Issuer;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Issuer issuer = new Issuer("k1");
  private final AtomicReference<KeySource> source = new AtomicReference<>(issuer);
  private final AtomicInteger fetches = new AtomicInteger();
  private final AccessTokens tokens =
      new AccessTokens(
          Issuer.NAME,
          () -> {
            fetches.incrementAndGet();
            return source.get().fetch();
          },
          KeyCopy.none(),
          now::get,
          Runnable::run);

  private void pass(Duration time) {
    now.updateAndGet(at -> at.plus(time));
  }

  private JWTClaimsSet.Builder claims() {
    return issuer.claims("7", now.get());
  }

  private String token() {
    return sign(claims());
  }

  private String sign(JWTClaimsSet.Builder claims) {
    return issuer.sign(issuer.header("at+jwt").build(), claims.build());
  }

  private String sign(JWSHeader.Builder header) {
    return issuer.sign(header.build(), claims().build());
  }

  @Test
  void aGoodTokenSaysWhoItIs() {
    assertThat(tokens.verify(token()))
        .hasValue(new AccessTokens.Verified(new UserId(7), START, START.plusSeconds(3600)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "Application/AT+JWT"})
  void bothSpellingsOfTheTypeAreGood(String type) {
    assertThat(tokens.verify(sign(issuer.header(type)))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "", "id+jwt", "oddiya-internal+jwt", "at+jwt2"})
  void tokensOfOtherTypesAreNoAccessTokens(String type) {
    assertThat(tokens.verify(sign(issuer.header(type)))).isEmpty();
  }

  @Test
  void aTokenWithoutTypeOrKeyIsNone() {
    assertThat(tokens.verify(sign(issuer.header("at+jwt").type(null)))).isEmpty();
    assertThat(tokens.verify(sign(issuer.header("at+jwt").keyID(null)))).isEmpty();
  }

  @Test
  void otherAlgorithmsAreRefusedWithoutAFetch() throws JOSEException {
    JWTClaimsSet claims = claims().build();
    SignedJWT hmac =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID("k1")
                .build(),
            claims);
    hmac.sign(new MACSigner(issuer.publicKeys().toString().getBytes(StandardCharsets.UTF_8)));
    String signedAsPs = issuer.signAs(JWSAlgorithm.PS256, "at+jwt", claims);
    String signedAs512 = issuer.signAs(JWSAlgorithm.RS512, "at+jwt", claims);

    assertThat(List.of(new PlainJWT(claims).serialize(), hmac.serialize(), signedAsPs, signedAs512))
        .allSatisfy(token -> assertThat(tokens.verify(token)).isEmpty());
    assertThat(fetches).hasValue(0);
  }

  @Test
  void tokensThatBringTheirOwnKeyOrExtensionsAreRefusedWithoutAFetch() {
    JWSHeader.Builder plain = issuer.header("at+jwt");
    List<JWSHeader.Builder> headers =
        List.of(
            issuer.header("at+jwt").jwkURL(URI.create("http://127.0.0.1:1/jwks")),
            issuer.header("at+jwt").x509CertURL(URI.create("http://127.0.0.1:1/x")),
            issuer.header("at+jwt").jwk(issuer.publicKeys().getKeys().getFirst()),
            issuer.header("at+jwt").criticalParams(Set.of("exp")));

    assertThat(headers).allSatisfy(header -> assertThat(tokens.verify(sign(header))).isEmpty());
    assertThat(fetches).hasValue(0);
    assertThat(tokens.verify(sign(plain))).isPresent();
  }

  @Test
  void issuerAudienceSubjectAndExpiryHaveToBeThere() {
    assertThat(
            List.of(
                sign(claims().issuer("https://evil.test")),
                sign(claims().issuer(null)),
                sign(claims().audience("other")),
                sign(claims().audience((String) null)),
                sign(claims().subject(null)),
                sign(claims().subject("0")),
                sign(claims().subject("seven")),
                sign(claims().expirationTime(null))))
        .allSatisfy(token -> assertThat(tokens.verify(token)).isEmpty());
    assertThat(tokens.verify(sign(claims().audience(List.of("other", "oddiya"))))).isPresent();
  }

  @Test
  void aTokenLivesUntilAMinuteAfterItsEndAlsoWhenItIsRemembered() {
    String token = token();
    pass(Duration.ofSeconds(3659));
    assertThat(tokens.verify(token)).isPresent();
    assertThat(tokens.verify(token)).isPresent();

    pass(Duration.ofSeconds(1));
    assertThat(tokens.verify(token)).isEmpty();
    assertThat(new AccessTokens(Issuer.NAME, issuer, now::get).verify(token)).isEmpty();
  }

  @Test
  void aTokenIsGoodFromAMinuteBeforeItsBeginning() {
    String token = sign(claims().notBeforeTime(Date.from(START.plusSeconds(61))));
    assertThat(tokens.verify(token)).isEmpty();

    pass(Duration.ofSeconds(1));
    assertThat(tokens.verify(token)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.", "😀", "eyJhbGciOiJub25lIn0.e30."})
  void nonsenseIsNoToken(String nonsense) {
    assertThat(tokens.verify(nonsense)).isEmpty();
  }

  @Test
  void aTamperedOrEndlessTokenIsNone() {
    String token = token();
    String[] parts = token.split("\\.", -1);
    String other = sign(claims().subject("8")).split("\\.", -1)[1];

    assertThat(tokens.verify(parts[0] + "." + other + "." + parts[2])).isEmpty();
    assertThat(tokens.verify(token + "A".repeat(10_000))).isEmpty();
    assertThat(tokens.verify(token.substring(0, token.length() - 8))).isEmpty();
  }

  @Test
  void keysAreFetchedWhenTheyAreFirstNeededAndOnce() {
    assertThat(fetches).hasValue(0);
    tokens.verify(token());
    tokens.verify(token());
    assertThat(fetches).hasValue(1);
  }

  @Test
  void anUnknownKeyCausesAtMostOneFetchAMinute() {
    tokens.verify(token());
    for (int second = 0; second < 60; second++) {
      assertThat(tokens.verify(sign(issuer.header("at+jwt").keyID("x" + second)))).isEmpty();
      pass(Duration.ofSeconds(1));
    }
    assertThat(fetches).hasValue(2);

    assertThat(tokens.verify(sign(issuer.header("at+jwt").keyID("y")))).isEmpty();
    assertThat(fetches).hasValue(3);
  }

  @Test
  void aKeyThatIsUsedAsSoonAsItIsPublishedIsGoodAtOnce() {
    String old = token();
    tokens.verify(old);
    Issuer next = new Issuer("k2");
    source.set(() -> Issuer.published(issuer, next));

    assertThat(tokens.verify(next.sign(next.header("at+jwt").build(), claims().build())))
        .isPresent();
    assertThat(tokens.verify(old)).isPresent();
  }

  @Test
  void aTokenOfAWithdrawnKeyIsForgottenWithIt() {
    String old = token();
    assertThat(tokens.verify(old)).isPresent();
    Issuer next = new Issuer("k2");
    source.set(next);
    pass(Duration.ofMinutes(1));
    tokens.verify(next.sign(next.header("at+jwt").build(), claims().build()));

    assertThat(tokens.verify(old)).isEmpty();
  }

  @Test
  void aWithdrawnKeyIsNoticedWithinFiveMinutesThoughNobodyBringsANewOne() {
    String old = token();
    tokens.verify(old);
    source.set(new Issuer("k2"));
    pass(Duration.ofMinutes(5));
    tokens.verify(token());

    assertThat(tokens.verify(old)).isEmpty();
  }

  @Test
  void theLastGoodKeysOutliveAnOutageOfTheIssuer() {
    tokens.verify(token());
    source.set(AccessTokensTest::down);
    pass(Duration.ofMinutes(30));

    assertThat(tokens.verify(token())).isPresent();
  }

  @Test
  void whileTheIssuerIsAwayAnUnknownKeyIsWrongOnlyAsLongAsItCannotBeNew() {
    tokens.verify(token());
    source.set(AccessTokensTest::down);
    String unknown = sign(issuer.header("at+jwt").keyID("other"));

    pass(Duration.ofSeconds(299));
    assertThat(tokens.verify(unknown)).isEmpty();

    pass(Duration.ofSeconds(1));
    assertThatThrownBy(() -> tokens.verify(unknown)).isInstanceOf(Unavailable.class);
  }

  @Test
  void answersThatAreNoKeysAreAnOutageToo() {
    tokens.verify(token());
    for (String nonsense :
        List.of("", "<html>", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"RSA\"}]}")) {
      source.set(() -> nonsense);
      pass(Duration.ofMinutes(5));
      assertThat(tokens.verify(token())).isPresent();
    }
  }

  @Test
  void withoutAnyKeyItIsAnOutageAndTriedAgainEverySecond() {
    source.set(AccessTokensTest::down);
    assertThatThrownBy(() -> tokens.verify(token())).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> tokens.verify(token())).isInstanceOf(Unavailable.class);
    assertThat(fetches).hasValue(1);

    source.set(issuer);
    pass(Duration.ofSeconds(1));
    assertThat(tokens.verify(token())).isPresent();
  }

  private static String down() throws IOException {
    throw new IOException("down");
  }
}
