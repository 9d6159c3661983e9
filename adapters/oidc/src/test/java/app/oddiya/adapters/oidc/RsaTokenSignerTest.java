package app.oddiya.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.identity.session.TokenSigner;
import app.oddiya.domain.identity.session.VerificationKey;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.TokenSignerContract;
import app.oddiya.domain.testkit.time.SettableClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RsaTokenSignerTest implements TokenSignerContract {

  private static final RSAKey CURRENT = rsaKey(2048);
  private static final RSAKey NEXT = rsaKey(2048);
  private static final SigningKeys KEYS = new SigningKeys(List.of(CURRENT, NEXT));

  private final TokenSigner signer =
      OidcModule.tokenSigner(
          new TokenConfig("https://oddiya.example", "oddiya", "oddiya-app", () -> KEYS),
          new SigningKeyRing(() -> KEYS, new SettableClock()));

  @Override
  public TokenSigner signer() {
    return signer;
  }

  @Test
  void bothKeysArePublishedUnderTheirThumbprints() throws JOSEException {
    assertThat(signer.keys(SettableClock.A_MORNING))
        .extracting(VerificationKey::id)
        .containsExactly(
            CURRENT.computeThumbprint().toString(), NEXT.computeThumbprint().toString());
  }

  /// The example of RFC 7638, section 3.1, whose other members do not count.
  @Test
  void aKeysNameIsTheStandardsThumbprint() throws ParseException {
    RSAKey key =
        RSAKey.parse(
            """
            {"kty":"RSA","e":"AQAB","alg":"RS256","kid":"2011-04-29",
             "n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_\
            BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2\
            QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6W\
            eZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"}
            """);

    assertThat(SigningKeys.id(key)).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
  }

  @Test
  void aTokenHasExactlyTheClaimsOfTheContract() throws ParseException {
    var claims =
        SignedJWT.parse(signer.sign(new UserId(7), SettableClock.A_MORNING).value())
            .getJWTClaimsSet();

    assertThat(claims.getClaims().keySet())
        .containsExactlyInAnyOrder("iss", "aud", "sub", "client_id", "iat", "exp", "jti");
    assertThat(claims.getIssuer()).isEqualTo("https://oddiya.example");
    assertThat(claims.getAudience()).containsExactly("oddiya");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("oddiya-app");
  }

  private static RSAKey rsaKey(int bits) {
    try {
      return new RSAKeyGenerator(bits, true).generate();
    } catch (JOSEException e) {
      throw new AssertionError("every JDK has RSA", e);
    }
  }
}
