package app.oddiya.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InternalTokensTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Optional<UserId> HANA = Optional.of(new UserId(42));

  private Instant now = NOON;
  private final RSAKey key = new RSAKeyGenerator(2048).keyID("plan-1").generate();
  private final InternalTokens tokens = InternalTokens.of("plan", key.toJSONString(), () -> now);

  InternalTokensTest() throws JOSEException {}

  @Test
  void aTokenSaysWhoCallsWhomForWhomAndForHowLong() throws Exception {
    SignedJWT token = SignedJWT.parse(tokens.token("llm-agent", HANA));

    assertThat(token.verify(new RSASSAVerifier(key.toRSAPublicKey()))).isTrue();
    assertThat(token.getHeader().toJSONObject())
        .containsOnly(
            entry("alg", "RS256"), entry("typ", "oddiya-internal+jwt"), entry("kid", "plan-1"));
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("plan");
    assertThat(token.getJWTClaimsSet().getAudience()).isEqualTo(List.of("llm-agent"));
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("42");
    assertThat(token.getJWTClaimsSet().getIssueTime()).isEqualTo(Date.from(NOON));
    assertThat(token.getJWTClaimsSet().getExpirationTime())
        .isEqualTo(Date.from(NOON.plusSeconds(60)));
  }

  @Test
  void aTokenForNobodyHasNoSubject() throws Exception {
    SignedJWT token = SignedJWT.parse(tokens.token("user", Optional.empty()));

    assertThat(token.getJWTClaimsSet().getClaims()).doesNotContainKey("sub");
  }

  @Test
  void aTokenIsUsedAgainForHalfItsLifeAndForItsPurposeOnly() {
    String first = tokens.token("user", HANA);

    now = NOON.plusSeconds(29);
    assertThat(tokens.token("user", HANA)).isEqualTo(first);
    assertThat(tokens.token("plan", HANA)).isNotEqualTo(first);
    assertThat(tokens.token("user", Optional.empty())).isNotEqualTo(first);

    now = NOON.plusSeconds(30);
    assertThat(tokens.token("user", HANA)).isNotEqualTo(first);
  }

  @Test
  void aClockThatWasSetBackGetsANewToken() {
    String first = tokens.token("user", HANA);

    now = NOON.minus(Duration.ofMinutes(1));
    assertThat(tokens.token("user", HANA)).isNotEqualTo(first);
  }

  @Test
  void aKeyThatWasReplacedSignsNoMore(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("plan.json"), key.toJSONString());
    InternalTokens watched = InternalTokens.read("plan", file, () -> now);
    assertThat(signer(watched)).isEqualTo("plan-1");

    RSAKey next = new RSAKeyGenerator(2048).keyID("plan-2").generate();
    Files.writeString(file, next.toJSONString());
    now = NOON.plus(KeyFile.BETWEEN_LOOKS);
    assertThat(signer(watched)).isEqualTo("plan-2");
  }

  private static String signer(InternalTokens tokens) throws ParseException {
    return SignedJWT.parse(tokens.token("user", HANA)).getHeader().getKeyID();
  }

  @Test
  void onlyAPrivateRsaKeyIsTaken() {
    String publicKey = key.toPublicJWK().toJSONString();

    assertThatThrownBy(() -> InternalTokens.of("plan", publicKey, () -> now))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be a private RSA key as a JWK");
    assertThatThrownBy(() -> InternalTokens.of("plan", "{}", () -> now))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
