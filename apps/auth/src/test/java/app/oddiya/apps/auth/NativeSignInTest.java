package app.oddiya.apps.auth;

import static app.oddiya.apps.auth.AppOnAPhone.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.apps.stores.rogue.ForgedToken;
import app.oddiya.apps.stores.rogue.RogueProvider;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.User;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Secrets;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Phones that sign in by themselves and bring what they were given.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NativeSignInTest {

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final String ON_IOS = "google-ios";
  private static final String ON_ANDROID = "google-android";
  private static final String OUR_SERVER = "google-client";
  private static final String BUNDLE = "app.oddiya";

  private final RogueProvider google = RogueProvider.start();
  private final RogueProvider apple = RogueProvider.start();
  private UserServiceStandIn userService;
  private RunningService auth;
  private AppOnAPhone app;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, JOSEException {
    userService = UserServiceStandIn.start();
    Map<String, String> environment =
        new HashMap<>(
            Settled.environment(
                folder, google.issuer(), apple.issuer(), REDIS.url(), userService.url()));
    environment.put("ODDIYA_AUTH_LIMIT_ACCOUNT", "3/10m");
    auth = Main.start(environment);
    app = new AppOnAPhone(auth.port());
  }

  @AfterAll
  void stop() {
    app.close();
    auth.stop();
    userService.close();
    google.close();
    apple.close();
  }

  @Test
  void aNonceIsToldWithItsTime() {
    HttpResponse<String> answer = app.postForm("/oauth2/nonces", Map.of());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(answer).propertyNames()).containsExactly("nonce", "expiresIn");
    assertThat(json(answer).path("nonce").asString()).matches("[A-Za-z0-9_-]{43}");
    assertThat(json(answer).path("expiresIn").asInt()).isEqualTo(600);
  }

  @Test
  void anIdTokenIsGoodForTokensInTheWordsOfTheStandard() throws ParseException {
    String person = person();

    HttpResponse<String> answer =
        app.exchange(google.idToken(ON_IOS, app.nonce(), person).compact(), Map.of());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(answer).propertyNames())
        .containsExactly(
            "access_token",
            "issued_token_type",
            "token_type",
            "expires_in",
            "refresh_token",
            "refresh_expires_in");
    assertThat(json(answer).path("issued_token_type").asString())
        .isEqualTo("urn:ietf:params:oauth:token-type:access_token");
    assertThat(userOf(answer).identity().providerId()).isEqualTo(person);
    HttpResponse<String> refreshed = app.refresh(json(answer).path("refresh_token").asString());
    assertThat(refreshed.statusCode()).isEqualTo(200);
    assertThat(json(refreshed).has("issued_token_type")).isFalse();
  }

  @Test
  void aPageKeepsItsRefreshTokenInACookieHereToo() {
    String idToken = google.idToken(ON_IOS, app.nonce(), person()).compact();

    HttpResponse<String> answer =
        app.send(
            AppOnAPhone.form(
                app.request("/oauth2/token").header("Origin", "https://oddiya.example"),
                Map.of(
                    "grant_type",
                    "urn:ietf:params:oauth:grant-type:token-exchange",
                    "subject_token_type",
                    "urn:ietf:params:oauth:token-type:id_token",
                    "subject_token",
                    idToken,
                    "token_delivery",
                    "cookie")));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).propertyNames())
        .containsExactly(
            "access_token", "issued_token_type", "token_type", "expires_in", "refresh_expires_in");
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("__Secure-oddiya-refresh=");
  }

  @Test
  void theNonceComesAsItIsOrByItsHash() {
    List<UnaryOperator<String>> forms =
        List.of(
            nonce -> nonce,
            Secrets::sha256Hex,
            nonce -> Secrets.challengeOf(new CodeVerifier(nonce)).value());
    for (UnaryOperator<String> form : forms) {
      String nonce = app.nonce();
      assertSignedIn(google.idToken(ON_IOS, form.apply(nonce), person()));
      assertRefused(google.idToken(ON_IOS, nonce, person()));
    }
    assertRefused(google.idToken(ON_IOS, "of my own", person()));
    assertRefused(google.idToken(ON_IOS, Secrets.fresh().value(), person()));
  }

  @Test
  void googlesTokenMayBeMadeForOurServerIfItWasGivenToAnApp() {
    assertSignedIn(idTokenOfGoogle().claim("aud", OUR_SERVER).claim("azp", ON_ANDROID));
    assertSignedIn(idTokenOfGoogle().claim("aud", ON_IOS).claim("azp", ON_IOS));
    assertSignedIn(
        idTokenOfGoogle().claim("aud", List.of(OUR_SERVER, ON_IOS)).claim("azp", ON_IOS));
    assertRefused(idTokenOfGoogle().claim("aud", OUR_SERVER));
    assertRefused(idTokenOfGoogle().claim("aud", OUR_SERVER).claim("azp", OUR_SERVER));
    assertRefused(idTokenOfGoogle().claim("aud", OUR_SERVER).claim("azp", "another-app"));
    assertRefused(idTokenOfGoogle().claim("aud", "another-server").claim("azp", ON_ANDROID));
    assertRefused(
        idTokenOfGoogle().claim("aud", List.of(OUR_SERVER, "another")).claim("azp", ON_IOS));
    assertRefused(idTokenOfGoogle().claim("aud", List.of(OUR_SERVER, ON_IOS)));
    assertRefused(idTokenOfGoogle().claim("aud", BUNDLE));
  }

  @Test
  void applesPersonHasTheNameThatTheAppWasToldAndTheAddressThatAppleRelays() throws ParseException {
    ForgedToken idToken =
        apple
            .idToken(BUNDLE, Secrets.sha256Hex(app.nonce()), person())
            .claim("email", "x7k2@privaterelay.appleid.com")
            .claim("email_verified", "true")
            .claim("is_private_email", "true")
            .claim("nonce_supported", true)
            .claim("real_user_status", 2);

    HttpResponse<String> answer = app.exchange(idToken.compact(), Map.of("name", "서연 Park"));

    User user = userOf(answer);
    assertThat(user.name()).isEqualTo(DisplayName.parse("서연 Park"));
    assertThat(user.email()).isEqualTo(EmailAddress.parse("x7k2@privaterelay.appleid.com"));
  }

  @Test
  void anAddressThatAppleHasNotVerifiedIsNobodysAndNobodyElsesNameIsBelieved()
      throws ParseException {
    ForgedToken atApple =
        apple
            .idToken(BUNDLE, app.nonce(), person())
            .claim("email", "j@example.com")
            .claim("email_verified", "false");
    ForgedToken atGoogle = idTokenOfGoogle();

    assertThat(userOf(app.exchange(atApple.compact(), Map.of())).email()).isEmpty();
    assertThat(userOf(app.exchange(atGoogle.compact(), Map.of("name", "Somebody"))).name())
        .isEmpty();
  }

  @Test
  void applesCodeHasToBeThePersonsOwn() {
    String person = person();
    String code = apple.codeOnPhone(BUNDLE, person);

    assertSignedIn(apple.idToken(BUNDLE, app.nonce(), person), Map.of("authorization_code", code));
    assertRefused(apple.idToken(BUNDLE, app.nonce(), person), Map.of("authorization_code", code));
    assertRefused(
        apple.idToken(BUNDLE, app.nonce(), person),
        Map.of("authorization_code", apple.codeOnPhone(BUNDLE, "somebody else")));
  }

  @Test
  void anAccountIsSignedInToOnlySoOften() {
    String person = person();
    for (int i = 0; i < 3; i++) {
      assertSignedIn(google.idToken(ON_IOS, app.nonce(), person));
    }

    HttpResponse<String> answer =
        app.exchange(google.idToken(ON_IOS, app.nonce(), person).compact(), Map.of());

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 600L);
    AppOnAPhone.Begun begun = app.begin("google");
    HttpResponse<String> back =
        app.backFromGoogle(
            "code=" + app.signInAtProvider(begun, person) + "&state=" + begun.state());
    assertThat(AppOnAPhone.parameter(AppOnAPhone.location(back), "error"))
        .isEqualTo("temporarily_unavailable");
  }

  @Test
  void whatIsNoExchangeIsRefusedInTheWordsOfTheStandard() {
    String idToken = idTokenOfGoogle().compact();
    String accessToken = "urn:ietf:params:oauth:token-type:access_token";
    assertError("invalid_request", app.exchange("", Map.of()));
    assertError("invalid_request", app.exchange("no token", Map.of()));
    assertError("invalid_request", app.exchange(idToken, Map.of("actor_token", "x")));
    assertError(
        "invalid_request",
        app.exchange(
            idToken, Map.of("requested_token_type", "urn:ietf:params:oauth:token-type:jwt")));
    assertError("invalid_target", app.exchange(idToken, Map.of("audience", "elsewhere")));
    assertError("invalid_target", app.exchange(idToken, Map.of("resource", "https://a.example")));
    assertError(
        "invalid_request",
        app.postForm(
            "/oauth2/token",
            Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                idToken,
                "subject_token_type",
                accessToken)));
    // None of which has spent the token.
    assertThat(
            app.exchange(idToken, Map.of("requested_token_type", accessToken, "audience", "oddiya"))
                .statusCode())
        .isEqualTo(200);
  }

  private ForgedToken idTokenOfGoogle() {
    return google.idToken(ON_IOS, app.nonce(), person());
  }

  private void assertSignedIn(ForgedToken idToken) {
    assertSignedIn(idToken, Map.of());
  }

  private void assertSignedIn(ForgedToken idToken, Map<String, String> more) {
    HttpResponse<String> answer = app.exchange(idToken.compact(), more);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private void assertRefused(ForgedToken idToken) {
    assertRefused(idToken, Map.of());
  }

  private void assertRefused(ForgedToken idToken, Map<String, String> more) {
    assertError("invalid_request", app.exchange(idToken.compact(), more));
  }

  private static void assertError(String error, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).propertyNames()).containsExactly("error", "error_description");
    assertThat(json(answer).path("error").asString()).isEqualTo(error);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  private User userOf(HttpResponse<String> answer) throws ParseException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    SignedJWT token = SignedJWT.parse(json(answer).path("access_token").asString());
    UserId id = UserId.parse(token.getJWTClaimsSet().getSubject()).orElseThrow();
    return userService.users.find(id, new Deadline(Instant.MAX)).orElseThrow();
  }

  private static String person() {
    return UUID.randomUUID().toString();
  }
}
