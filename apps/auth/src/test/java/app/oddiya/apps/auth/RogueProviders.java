package app.oddiya.apps.auth;

import static app.oddiya.apps.auth.AppOnAPhone.encoded;
import static app.oddiya.apps.auth.AppOnAPhone.json;
import static app.oddiya.apps.auth.AppOnAPhone.location;
import static app.oddiya.apps.auth.AppOnAPhone.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.auth.AppOnAPhone.Begun;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.apps.stores.rogue.RogueProvider;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The auth service in front of providers that do what a test tells them. Whatever that is, the app
/// is told by a code that it can rely on, nothing is written, and the next sign-in succeeds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RogueProviders {

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  static final String CLIENT = "google-client";
  static final String APP = "google-ios";

  final RogueProvider google = RogueProvider.start();
  final RogueProvider apple = RogueProvider.start();
  private UserServiceStandIn userService;
  private Map<String, String> environment = Map.of();
  private RunningService auth;
  private Written before = new Written(0, List.of());
  AppOnAPhone app;

  /// What a sign-in leaves behind: an account that was asked for, a code, a family.
  private record Written(int accounts, List<String> keys) {}

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, JOSEException {
    userService = UserServiceStandIn.start();
    environment =
        Settled.environment(
            folder, google.issuer(), apple.issuer(), REDIS.url(), userService.url());
    auth = startAnother();
    app = new AppOnAPhone(auth.port());
  }

  /// An auth service of the same settings that knows nothing of the providers yet.
  RunningService startAnother() {
    return Main.start(environment);
  }

  @BeforeEach
  void behave() throws IOException {
    google.behave();
    apple.behave();
    remember();
  }

  /// What is written until now is not the test's.
  void remember() throws IOException {
    before = written();
  }

  @AfterEach
  void recover() {
    google.behave();
    apple.behave();
    assertSignedIn(app);
  }

  @AfterAll
  void stop() {
    app.close();
    auth.stop();
    userService.close();
    google.close();
    apple.close();
  }

  HttpResponse<String> signIn(AppOnAPhone phone) {
    Begun begun = phone.begin("google");
    return back(phone, begun, phone.signInAtProvider(begun, "somebody"));
  }

  static HttpResponse<String> back(AppOnAPhone phone, Begun begun, String code) {
    return phone.backFromGoogle("code=" + encoded(code) + "&state=" + begun.state());
  }

  /// As somebody who waits less than a second.
  static HttpRequest.Builder impatient(HttpRequest.Builder request) {
    return request.header("Oddiya-Deadline-Ms", "700");
  }

  String nonce() {
    return json(app.postJson("/oauth2/nonces", "")).path("nonce").asString();
  }

  /// A phone brings an ID token.
  HttpResponse<String> exchange(AppOnAPhone phone, String idToken) {
    return phone.send(exchangeRequest(phone, idToken));
  }

  static HttpRequest.Builder exchangeRequest(AppOnAPhone phone, String idToken) {
    return phone
        .request("/oauth2/token")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
                    + "&subject_token_type=urn:ietf:params:oauth:token-type:id_token"
                    + "&subject_token="
                    + encoded(idToken)));
  }

  static void assertSignedIn(AppOnAPhone phone) {
    assertThat(phone.signedIn(UUID.randomUUID().toString()).path("accessToken").asString())
        .isNotEmpty();
  }

  /// Back in the app, which is told why and nothing else; and nothing is left behind.
  void assertDeclined(String error, HttpResponse<String> back) throws IOException {
    assertThat(back.statusCode()).as(back.body()).isEqualTo(303);
    assertThat(location(back).toString())
        .isEqualTo(
            AppOnAPhone.REDIRECT
                + "?error="
                + error
                + "&state="
                + encoded(AppOnAPhone.STATE).replace("+", "%20"));
    assertNothingWritten();
  }

  /// What RFC 8693, section 2.2.2, has for a token that does not hold.
  void assertExchangeRefused(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).propertyNames()).containsExactly("error", "error_description");
    assertThat(json(answer).path("error").asString()).isEqualTo("invalid_request");
    assertNothingWritten();
  }

  /// As a problem, to be tried again.
  void assertUnavailable(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).doesNotContain("127.0.0.1", "169.254", "Exception");
    assertNothingWritten();
  }

  void assertNothingWritten() throws IOException {
    assertThat(written()).isEqualTo(before);
  }

  /// States and nonces are what a sign-in begins with.
  private Written written() throws IOException {
    List<String> keys =
        REDIS.keys().stream()
            .filter(key -> !key.startsWith("signin:") && !key.startsWith("nonce:"))
            .sorted()
            .toList();
    return new Written(userService.calls(), keys);
  }

  static String goodAnswer(RogueProvider by, Begun begun) {
    String nonce = parameter(begun.page(), "nonce");
    return tokenAnswer(by.idToken(CLIENT, nonce, "somebody").compact());
  }

  static String tokenAnswer(String idToken) {
    return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}";
  }
}
