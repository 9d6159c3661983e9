package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.identity.session.AccessToken;
import app.oddiya.domain.identity.session.TokenSigner;
import app.oddiya.domain.identity.session.VerificationKey;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.time.SettableClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [TokenSigner] does. Tokens are looked at with the JDK alone, as a stranger would.
public interface TokenSignerContract {

  TokenSigner signer();

  @Test
  default void aTokenIsSignedWithTheFirstPublishedKey() throws GeneralSecurityException {
    String token = sign(new UserId(7));

    String[] parts = token.split("\\.", -1);
    VerificationKey key = keys().getFirst();
    Signature rs256 = Signature.getInstance("SHA256withRSA");
    rs256.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(key.modulus(), key.exponent())));
    rs256.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(parts).hasSize(3);
    assertThat(rs256.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  @Test
  default void aTokenSaysWhatItIs() {
    assertThat(part(sign(new UserId(7)), 0))
        .contains("\"alg\":\"RS256\"")
        .contains("\"typ\":\"at+jwt\"")
        .contains("\"kid\":\"" + keys().getFirst().id() + "\"");
  }

  @Test
  default void aTokenActsForItsUserForAnHour() {
    long now = SettableClock.A_MORNING.getEpochSecond();

    assertThat(part(sign(new UserId(7)), 1))
        .contains("\"sub\":\"7\"")
        .contains("\"iat\":" + now)
        .contains("\"exp\":" + (now + AccessToken.LIFETIME.toSeconds()))
        .containsPattern("\"iss\":\"[^\"]+\"")
        .containsPattern("\"aud\":\\[?\"[^\"]+\"")
        .containsPattern("\"client_id\":\"[^\"]+\"");
  }

  @Test
  default void noTwoTokensAreAlike() {
    List<String> tokens = List.of(sign(new UserId(7)), sign(new UserId(7)));

    assertThat(tokens).extracting(token -> part(token, 1)).doesNotHaveDuplicates();
  }

  @Test
  default void publishedKeysAreStrongAndDistinct() {
    assertThat(keys())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.modulus().bitLength()).isGreaterThanOrEqualTo(2048));
    assertThat(keys()).extracting(VerificationKey::id).doesNotHaveDuplicates();
  }

  private List<VerificationKey> keys() {
    return signer().keys(SettableClock.A_MORNING);
  }

  private String sign(UserId user) {
    return signer().sign(user, SettableClock.A_MORNING).value();
  }

  private static String part(String token, int index) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), StandardCharsets.UTF_8);
  }
}
