package app.oddiya.domain.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

  private static final String SECRET = "0123456789-abcdefghijklmnopqrstuvwxyz_ABCDE";

  @Test
  void aTokenIsReadAsItWasWritten() {
    var token =
        new RefreshToken(
            UUID.fromString("0190e0a5-0000-7000-8000-00000000002a"), new Secret(SECRET));

    assertThat(RefreshToken.parse(token.text())).contains(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        SECRET,
        "0190E0A5-0000-7000-8000-00000000002A." + SECRET,
        "0190e0a5-0000-7000-8000-00000000002a." + SECRET + "=",
        "0190e0a5-0000-7000-8000-00000000002a.0123456789-abcdefghijklmnopqrstuvwxyz_ABCD\n",
        "1-1-1-1-1." + SECRET
      })
  void anythingElseIsNoToken(String text) {
    assertThat(RefreshToken.parse(text)).isEmpty();
  }

  @Test
  void noSecretIsPrinted() {
    assertThat(new RefreshToken(new UUID(0, 42), new Secret(SECRET)).toString())
        .doesNotContain(SECRET);
  }
}
