package app.oddiya.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.testkit.time.SettableClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

  private static final Instant NOW = SettableClock.A_MORNING;
  private static final SigningKeys FIRST = SigningKeys.first(NOW);

  @Test
  void keysAreReadAsTheyWereWritten() {
    SigningKeys two = FIRST.rotate(NOW).keys();

    assertThat(SigningKeys.parse(two.json())).isEqualTo(two);
  }

  @Test
  void whatCannotSignIsRefusedWithoutQuotingIt() throws JOSEException {
    JWK good = FIRST.keys().getFirst();
    JWK shortKey = new RSAKeyGenerator(1024, true).generate();
    JWK otherKind = new ECKeyGenerator(Curve.P_256).generate();
    for (String unfit :
        List.of(
            set(),
            set(good.toPublicJWK()),
            set(shortKey),
            set(good, otherKind),
            set(good, good),
            "secret")) {
      assertThatThrownBy(() -> SigningKeys.parse(unfit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("must ")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void aFileOfKeysOfWhichNoneMaySignYetIsRefused() {
    SigningKeys early = SigningKeys.first(NOW.plusSeconds(1));

    assertThatThrownBy(() -> SigningKeys.parseFor(NOW, early.json()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SigningKeys.parseFor(NOW.plusSeconds(1), early.json())).isEqualTo(early);
  }

  @Test
  void theNextKeyIsAddedAheadOfItsTimeAndOnlyOnce() {
    SigningKeys.Rotation rotation = FIRST.rotate(NOW);

    assertThat(rotation.added()).isTrue();
    assertThat(rotation.next()).isEqualTo(NOW.plus(SigningKeys.LEAD));
    assertThat(rotation.keys().keys()).hasSize(2).startsWith(FIRST.keys().getFirst());
    SigningKeys.Rotation again = rotation.keys().rotate(NOW.plus(Duration.ofMinutes(14)));
    assertThat(again)
        .isEqualTo(new SigningKeys.Rotation(rotation.keys(), rotation.next(), false, 0));
  }

  @Test
  void aKeyIsDroppedOnceNoTokenIsAboutThatItHasSigned() {
    SigningKeys two = FIRST.rotate(NOW).keys();
    Instant gone = NOW.plus(SigningKeys.LEAD).plus(SigningKeys.STAY);

    assertThat(two.rotate(gone.minusMillis(1)).dropped()).isZero();
    SigningKeys.Rotation rotation = two.rotate(gone);
    assertThat(rotation.dropped()).isOne();
    assertThat(rotation.keys().keys()).hasSize(2).doesNotContain(FIRST.keys().getFirst());
  }

  private static String set(JWK... keys) {
    return new JWKSet(List.of(keys)).toString(false);
  }
}
