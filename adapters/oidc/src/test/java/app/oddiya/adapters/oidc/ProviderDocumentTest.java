package app.oddiya.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.net.URI;
import net.minidev.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderDocumentTest {

  private static final String PUBLIC = "https://accounts.example";
  private static final String LOCAL = "http://127.0.0.1:9400/google";

  @Test
  void aProviderMayLeadToOtherHostsOverTls() throws ParseException {
    assertThat(read(PUBLIC, "https://keys.example/certs").keys())
        .isEqualTo(URI.create("https://keys.example/certs"));
  }

  @Test
  void aProviderInTheClearLeadsToItsOwnHostOrOverTls() throws ParseException {
    assertThat(read(LOCAL, LOCAL + "/keys").keys()).isEqualTo(URI.create(LOCAL + "/keys"));
    assertThat(read(LOCAL, "https://keys.example/certs").keys().getHost())
        .isEqualTo("keys.example");
    assertThatThrownBy(() -> read(LOCAL, "http://169.254.169.254/"))
        .isInstanceOf(ParseException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://accounts.example/certs",
        "http://localhost:6379/",
        "https://somebody@keys.example/certs",
        "https:/certs",
        "certs",
        "file:///etc/passwd",
        "javascript:alert(1)",
        ""
      })
  void aPublicProviderLeadsNowhereElse(String endpoint) {
    assertThatThrownBy(() -> read(PUBLIC, endpoint)).isInstanceOf(ParseException.class);
  }

  @Test
  void aDocumentOfAnotherIssuerIsNotRead() {
    assertThatThrownBy(() -> ProviderDocument.parse(json(PUBLIC, PUBLIC), new Issuer(LOCAL)))
        .isInstanceOf(ParseException.class);
  }

  private static ProviderDocument read(String issuer, String keys) throws ParseException {
    return ProviderDocument.parse(json(issuer, keys), new Issuer(issuer));
  }

  private static JSONObject json(String issuer, String keys) throws ParseException {
    return JSONObjectUtils.parse(
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
         "jwks_uri":"%2$s","subject_types_supported":["public"],
         "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}
        """
            .formatted(issuer, keys));
  }
}
