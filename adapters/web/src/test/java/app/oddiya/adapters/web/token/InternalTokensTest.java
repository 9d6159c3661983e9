package app.oddiya.adapters.web.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.web.Issuer;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalTokensTest {

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final String TYPE = "oddiya-internal+jwt";

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Issuer video = new Issuer("v1");
  private final Issuer auth = new Issuer("a1");
  private final AtomicReference<Map<String, JWKSet>> callers =
      new AtomicReference<>(Map.of("video", video.publicKeys(), "auth", auth.publicKeys()));
  private final InternalTokens tokens = new InternalTokens("plan", callers::get, now::get);

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("video")
        .audience("plan")
        .issueTime(Date.from(START))
        .expirationTime(Date.from(START.plusSeconds(60)));
  }

  private String sign(JWTClaimsSet.Builder claims) {
    return video.sign(video.header(TYPE).build(), claims.build());
  }

  @Test
  void aGoodTokenSaysWhoCallsAndForWhom() {
    assertThat(tokens.verify(sign(claims())))
        .hasValue(new InternalTokens.Verified("video", Optional.empty()));
    assertThat(tokens.verify(sign(claims().subject("7"))))
        .hasValue(new InternalTokens.Verified("video", Optional.of(new UserId(7))));
  }

  @Test
  void isForOneServiceFromAKnownOneSignedByItself() {
    assertThat(
            List.of(
                sign(claims().audience("user")),
                sign(claims().audience(List.of("plan", "user"))),
                sign(claims().audience((String) null)),
                sign(claims().issuer("auth")),
                sign(claims().issuer("gateway")),
                sign(claims().issuer(null)),
                sign(claims().subject("admin")),
                auth.sign(auth.header(TYPE).build(), claims().build())))
        .allSatisfy(token -> assertThat(tokens.verify(token)).isEmpty());
  }

  @Test
  void livesAMinuteAndNoLonger() {
    assertThat(
            List.of(
                sign(claims().expirationTime(Date.from(START.plusSeconds(61)))),
                sign(claims().expirationTime(null)),
                sign(claims().issueTime(null)),
                sign(
                    claims()
                        .issueTime(Date.from(START.plusSeconds(11)))
                        .expirationTime(Date.from(START.plusSeconds(60))))))
        .allSatisfy(token -> assertThat(tokens.verify(token)).isEmpty());

    String token = sign(claims());
    now.set(START.plusSeconds(69));
    assertThat(tokens.verify(token)).isPresent();
    now.set(START.plusSeconds(70));
    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void keysAreReplacedWhileTokensGoOn() {
    var next = new Issuer("v2");
    String byTheOld = sign(claims());
    String byTheNew = next.sign(next.header(TYPE).build(), claims().build());
    assertThat(tokens.verify(byTheOld)).isPresent();
    assertThat(tokens.verify(byTheNew)).isEmpty();

    List<JWK> both = new ArrayList<>(video.publicKeys().getKeys());
    both.addAll(next.publicKeys().getKeys());
    callers.set(Map.of("video", new JWKSet(both)));
    assertThat(tokens.verify(byTheOld)).isPresent();
    assertThat(tokens.verify(byTheNew)).isPresent();

    callers.set(Map.of("video", next.publicKeys()));
    assertThat(tokens.verify(byTheOld)).as("by a key that was withdrawn").isEmpty();
    assertThat(tokens.verify(byTheNew)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "at+jwt", "", "x"})
  void otherTokensAreNoInternalTokens(String type) {
    assertThat(tokens.verify(video.sign(video.header(type).build(), claims().build()))).isEmpty();
  }

  @Test
  void refusesOtherAlgorithmsExtensionsAndNonsense() {
    assertThat(
            List.of(
                video.signAs(JWSAlgorithm.PS256, TYPE, claims().build()),
                video.sign(
                    video.header(TYPE).criticalParams(Set.of("exp")).build(), claims().build()),
                "a.b.c",
                "",
                "A".repeat(5_000)))
        .allSatisfy(token -> assertThat(tokens.verify(token)).isEmpty());
  }

  @Test
  void takesEdDsaOfAnEd25519Key() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    OctetKeyPair key = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(raw)).build();
    Map<String, JWKSet> keys = Map.of("video", new JWKSet(key));
    InternalTokens edTokens = new InternalTokens("plan", () -> keys, now::get);
    String signed =
        Base64URL.encode("{\"alg\":\"EdDSA\",\"typ\":\"" + TYPE + "\"}")
            + "."
            + Base64URL.encode(claims().build().toString());
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    byte[] signatureBytes = signature.sign();

    assertThat(edTokens.verify(signed + "." + Base64URL.encode(signatureBytes))).isPresent();
    signatureBytes[5] ^= 1;
    assertThat(edTokens.verify(signed + "." + Base64URL.encode(signatureBytes))).isEmpty();
    assertThat(edTokens.verify(sign(claims()))).isEmpty();
  }

  @Test
  void readsTheKeysOfTheCallers() {
    String json = "{\"video\":" + video.publicKeys() + ",\"auth\":" + auth.publicKeys() + "}";

    assertThat(InternalTokens.parseKeys(json)).containsOnlyKeys("video", "auth");
    for (String bad : List.of("", "[]", "{\"video\":1}", "{\"video\":{}}", "{")) {
      assertThatThrownBy(() -> InternalTokens.parseKeys(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
