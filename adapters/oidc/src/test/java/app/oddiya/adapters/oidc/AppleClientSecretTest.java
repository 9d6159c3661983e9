package app.oddiya.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.testkit.time.SettableClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppleClientSecretTest {

  @TempDir Path folder;

  @Test
  void theSecretIsWhatAppleAsksFor() throws JOSEException, ParseException, IOException {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    var apple =
        new OidcConfig.Apple(
            URI.create("https://appleid.apple.com"),
            "app.oddiya.web",
            Set.of("app.oddiya"),
            "TEAM123456",
            "KEY1234567",
            ApplePrivateKey.read(pem(key)));

    SignedJWT secret =
        SignedJWT.parse(new AppleClientSecret(apple, new SettableClock()).sign("app.oddiya"));

    assertThat(secret.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
    assertThat(secret.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(secret.getHeader().getKeyID()).isEqualTo("KEY1234567");
    var claims = secret.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("TEAM123456");
    assertThat(claims.getSubject()).isEqualTo("app.oddiya");
    assertThat(claims.getAudience()).containsExactly("https://appleid.apple.com");
    assertThat(claims.getExpirationTime())
        .isEqualTo(Date.from(SettableClock.A_MORNING.plus(Duration.ofMinutes(5))));
  }

  @Test
  void otherKeysAreRefusedWithoutQuotingThem() throws JOSEException, IOException {
    Path otherCurve = pem(new ECKeyGenerator(Curve.P_384).generate());
    Path text = Files.writeString(folder.resolve("text"), "c2VjcmV0");

    assertThatThrownBy(() -> ApplePrivateKey.read(otherCurve)).hasMessageStartingWith("must ");
    assertThatThrownBy(() -> ApplePrivateKey.read(text))
        .hasMessageStartingWith("must ")
        .hasMessageNotContaining("c2Vj");
    assertThatThrownBy(() -> ApplePrivateKey.read(folder.resolve("missing")))
        .hasMessageStartingWith("must ");
  }

  private Path pem(ECKey key) throws JOSEException, IOException {
    String base64 = Base64.getMimeEncoder().encodeToString(key.toECPrivateKey().getEncoded());
    return Files.writeString(
        Files.createTempFile(folder, "AuthKey", ".p8"),
        "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
  }
}
