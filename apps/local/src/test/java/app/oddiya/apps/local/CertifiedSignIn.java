package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.apps.local.trip.Phone;
import app.oddiya.apps.local.trip.Phone.Handover;
import app.oddiya.apps.local.trip.SignInLibrary;
import app.oddiya.apps.local.trip.Traveller;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.StorePorts;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Signing in, through the gateway and with real stores, at a provider that others have certified.
/// It needs Node and npm, so it is no part of the tests that every build runs: `./oddiya test
/// certified` runs it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertifiedSignIn {

  private CertifiedProvider provider;
  private LocalSystem system;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, JOSEException {
    ServicePorts ports = ServicePorts.free();
    URI gateway = URI.create("http://localhost:" + ports.open().get(ServiceName.GATEWAY));
    provider = new CertifiedProvider(folder, gateway);
    system =
        LocalSystem.start(
            new Home(folder.resolve("home")),
            StorePorts.free(),
            ports,
            provider.environment(),
            new ServicesInProcess());
  }

  @AfterAll
  void stop() {
    system.close();
    provider.close();
  }

  @Test
  void somebodySignsInWithGoogleStaysSignedInAndSignsOut() {
    Traveller traveller = TripWish.stranger("google");
    try (Phone phone = phone()) {
      phone.signIn(traveller);
      JsonNode me = phone.me();
      assertThat(text(me, "provider")).isEqualTo("google");
      assertThat(text(me, "email")).isEqualTo(traveller.subject() + "@example.com");
      assertThat(text(me, "name")).isEqualTo("Name of " + traveller.subject());

      phone.refresh();
      assertThat(phone.me()).isEqualTo(me);
      phone.signOut();
      assertThatThrownBy(phone::refresh).hasMessageContaining("invalid_grant");
    }
  }

  @Test
  void somebodySignsInWithAppleWhichTellsTheNameOnce() {
    Traveller traveller = TripWish.stranger("apple");
    try (Phone phone = phone();
        Phone other = phone()) {
      phone.signIn(traveller);
      JsonNode me = phone.me();
      assertThat(text(me, "provider")).isEqualTo("apple");
      assertThat(text(me, "email")).isEqualTo(traveller.subject() + "@privaterelay.appleid.com");
      assertThat(text(me, "name")).isEqualTo("서연 " + traveller.subject());

      other.signIn(traveller);
      assertThat(other.me()).isEqualTo(me);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"google", "apple"})
  void aCodeIsGoodOnceAndWithItsVerifierOnly(String name) {
    try (Phone phone = phone()) {
      Handover handover = phone.comeBack(TripWish.stranger(name));
      phone.redeem(handover);
      assertThatThrownBy(() -> phone.redeem(handover)).hasMessageContaining("invalid_grant");
    }
    try (Phone phone = phone()) {
      Handover handover = phone.comeBack(TripWish.stranger(name));
      var stolen = new Handover(name, handover.code(), "x".repeat(43));
      assertThatThrownBy(() -> phone.redeem(stolen)).hasMessageContaining("invalid_grant");
      assertThatThrownBy(() -> phone.redeem(handover)).hasMessageContaining("invalid_grant");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"google", "apple"})
  void somebodySignsInWithoutABrowserToTheSameAccount(String name) {
    Traveller traveller = TripWish.stranger(name);
    SignInLibrary library = provider.library(name);
    try (Phone browser = phone();
        Phone phone = phone()) {
      browser.signIn(traveller);
      String nonce = phone.nonce();
      // Apple's library is given the hash of a nonce by convention, Google's the nonce itself.
      String idToken =
          library.idToken(traveller, name.equals("apple") ? SignInLibrary.hashed(nonce) : nonce);
      phone.exchange(idToken);
      assertThat(phone.me()).isEqualTo(browser.me());
      phone.refresh();

      assertThatThrownBy(() -> phone.exchange(idToken)).hasMessageContaining("invalid_request");
      String foreign = library.idToken(traveller, "n".repeat(43));
      assertThatThrownBy(() -> phone.exchange(foreign)).hasMessageContaining("invalid_request");
    }
  }

  /// Else a sign-in with Apple would show nothing about the secrets that we sign.
  @Test
  void theProviderTakesNoSecretThatAppleWouldNot()
      throws JOSEException, IOException, InterruptedException {
    ECKey stranger = new ECKeyGenerator(Curve.P_256).generate();
    assertThat(errorFor(provider.appleSecret())).isEqualTo("invalid_grant");
    assertThat(errorFor(provider.appleSecret(stranger))).isEqualTo("invalid_client");
    assertThat(errorFor("a secret")).isEqualTo("invalid_client");
  }

  private String errorFor(String secret) throws IOException, InterruptedException {
    String form =
        "grant_type=authorization_code&code=x&redirect_uri=x&client_id=%s&client_secret=%s"
            .formatted(CertifiedProvider.APPLE_CLIENT, secret);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(provider.apple() + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return text(JsonMapper.shared().readTree(body), "error");
    }
  }

  private Phone phone() {
    return new Phone(system.gateway(), line -> {});
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).stringValue("");
  }
}
