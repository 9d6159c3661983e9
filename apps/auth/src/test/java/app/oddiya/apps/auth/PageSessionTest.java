package app.oddiya.apps.auth;

import static app.oddiya.apps.auth.AppOnAPhone.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.auth.AppOnAPhone.Begun;
import app.oddiya.apps.stores.junit.OpenIdExtension;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.domain.testkit.story.Together;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Somebody in a browser, whose page keeps its refresh token where no script reads it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageSessionTest {

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();
  @RegisterExtension static final OpenIdExtension OPENID = new OpenIdExtension();

  private static final String GATEWAY = "https://oddiya.example";
  private static final String PAGE = "https://page.example:8443";
  private static final String BY_COOKIE = "token_delivery=cookie";
  private static final String REFRESH = "grant_type=refresh_token";
  private static final Pattern KEPT =
      Pattern.compile(
          "(__Secure-oddiya-refresh=[0-9a-f-]{36}\\.[A-Za-z0-9_-]{43}); Max-Age=1209600;"
              + " Path=/oauth2; Secure; HttpOnly; SameSite=Strict");

  private UserServiceStandIn userService;
  private RunningService auth;
  private AppOnAPhone app;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, JOSEException {
    userService = UserServiceStandIn.start();
    Map<String, String> environment =
        new HashMap<>(
            Settled.environment(
                folder,
                OPENID.googleIssuer(),
                OPENID.appleIssuer(),
                REDIS.url(),
                userService.url()));
    environment.put(
        "ODDIYA_APP_REDIRECT_URIS", AppOnAPhone.REDIRECT + ", " + PAGE + "/app/auth/callback");
    auth = Main.start(environment);
    app = new AppOnAPhone(auth.port());
  }

  @AfterAll
  void stop() {
    app.close();
    auth.stop();
    userService.close();
  }

  @Test
  void somebodySignsInOnAPageStaysSignedInAndSignsOut() {
    Begun begun = app.begin("google");
    HttpResponse<String> redeemed = redeem(begun, app.codeFor(begun, person()), GATEWAY);

    assertThat(redeemed.statusCode()).isEqualTo(200);
    assertThat(json(redeemed).propertyNames())
        .containsExactly("accessToken", "tokenType", "expiresIn", "refreshExpiresIn");
    String first = kept(redeemed);

    HttpResponse<String> refreshed = post("/oauth2/token", REFRESH + "&" + BY_COOKIE, first);
    assertThat(refreshed.statusCode()).isEqualTo(200);
    assertThat(refreshed.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(refreshed).propertyNames())
        .containsExactly("access_token", "token_type", "expires_in", "refresh_expires_in");
    String second = kept(refreshed);
    assertThat(second).isNotEqualTo(first);
    assertThat(refreshed.body()).doesNotContain(second.substring(second.indexOf('=') + 1));

    HttpResponse<String> out = post("/oauth2/revoke", BY_COOKIE, second);
    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(out.headers().allValues("Set-Cookie"))
        .containsExactly(
            "__Secure-oddiya-refresh=; Max-Age=0;"
                + " Path=/oauth2; Secure; HttpOnly; SameSite=Strict");
    assertError("invalid_grant", post("/oauth2/token", REFRESH + "&" + BY_COOKIE, second));
  }

  @Test
  void tabsThatRefreshAtOnceAreGivenTheSameSuccessor() {
    String cookie = signedIn();

    List<HttpResponse<String>> answers =
        Together.run(20, () -> post("/oauth2/token", REFRESH + "&" + BY_COOKIE, cookie));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(answers.stream().map(PageSessionTest::kept).distinct()).hasSize(1);
    assertStillSignedIn(kept(answers.getFirst()));
  }

  @Test
  void reuseOfAnOldCookieSignsEverybodyOut() {
    String first = signedIn();
    String second = kept(post("/oauth2/token", REFRESH + "&" + BY_COOKIE, first));
    String third = kept(post("/oauth2/token", REFRESH + "&" + BY_COOKIE, second));

    HttpResponse<String> reused = post("/oauth2/token", REFRESH + "&" + BY_COOKIE, first);

    assertError("invalid_grant", reused);
    // What a late answer says must not take away a cookie that came after it.
    assertThat(reused.headers().firstValue("Set-Cookie")).isEmpty();
    assertError("invalid_grant", post("/oauth2/token", REFRESH + "&" + BY_COOKIE, third));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "null",
        "https://evil.example",
        "https://oddiya.example.evil.example",
        "http://oddiya.example",
        "https://oddiya.example:8443",
        "https://sub.oddiya.example",
        "oddiya://auth",
      })
  void whatAnotherPageSendsNeitherRotatesNorSignsOutNorIn(@Nullable String origin) {
    String cookie = signedIn();
    Begun begun = app.begin("google");
    String code = app.codeFor(begun, person());

    List<HttpResponse<String>> refused =
        List.of(
            post("/oauth2/token", REFRESH + "&" + BY_COOKIE, cookie, origin),
            post("/oauth2/revoke", BY_COOKIE, cookie, origin),
            post(
                "/oauth2/token",
                "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=x&"
                    + BY_COOKIE,
                "",
                origin));

    for (HttpResponse<String> answer : refused) {
      assertError("invalid_request", answer);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
    HttpResponse<String> signIn = redeem(begun, code, origin);
    assertThat(signIn.statusCode()).isEqualTo(400);
    assertThat(json(signIn).path("code").asString()).isEqualTo("origin_not_allowed");
    assertThat(signIn.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(redeem(begun, code, PAGE).statusCode()).isEqualTo(200);
    assertStillSignedIn(cookie);
  }

  @Test
  void aTokenComesInOneWayOnly() {
    String cookie = signedIn();
    String other = app.signedIn(person()).path("refreshToken").asString();

    assertError(
        "invalid_request",
        post("/oauth2/token", REFRESH + "&" + BY_COOKIE + "&refresh_token=" + other, cookie));
    assertError("invalid_request", post("/oauth2/revoke", BY_COOKIE + "&token=" + other, cookie));
    assertError(
        "invalid_request",
        post("/oauth2/token", REFRESH + "&" + BY_COOKIE, cookie + "; " + cookie));

    assertThat(app.refresh(other).statusCode()).isEqualTo(200);
    assertStillSignedIn(cookie);
  }

  @Test
  void aCookieThatNobodyAskedForIsNotLookedAt() {
    String cookie = signedIn();
    String other = app.signedIn(person()).path("refreshToken").asString();

    assertError("invalid_request", post("/oauth2/token", REFRESH, cookie));
    assertError("invalid_request", post("/oauth2/revoke", "a=b", cookie));
    HttpResponse<String> phone =
        post("/oauth2/token", REFRESH + "&refresh_token=" + other, cookie, null);
    assertThat(phone.statusCode()).isEqualTo(200);
    assertThat(phone.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(json(phone).path("refresh_token").asString()).isNotEmpty();
    assertStillSignedIn(cookie);
  }

  @Test
  void aPageThatHasNoTokenIsSignedOut() {
    for (String cookie :
        List.of("", "a=b", "__Secure-oddiya-refresh=", "__Secure-oddiya-refresh=x", "; =;;a;")) {
      assertError("invalid_grant", post("/oauth2/token", REFRESH + "&" + BY_COOKIE, cookie));
      assertThat(post("/oauth2/revoke", BY_COOKIE, cookie).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theCookieIsFoundAmongThoseOfOthers() {
    assertStillSignedIn("a=b; c=\"x; " + signedIn() + "; oddiya-refresh=c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token_delivery=", "token_delivery=COOKIE", BY_COOKIE + "&" + BY_COOKIE})
  void anotherWayIsNotUnderstood(String delivery) {
    assertError("invalid_request", post("/oauth2/token", REFRESH + "&" + delivery, signedIn()));
    assertError("invalid_request", post("/oauth2/revoke", delivery, signedIn()));
  }

  @Test
  void theDescriptionTellsOfIt() {
    JsonNode paths = json(app.get("/openapi.json")).path("paths");

    for (String path : List.of("/oauth2/token", "/oauth2/revoke")) {
      JsonNode route = paths.path(path).path("post");
      assertThat(route.path("parameters"))
          .anySatisfy(
              parameter -> {
                assertThat(parameter.path("in").asString()).isEqualTo("cookie");
                assertThat(parameter.path("name").asString()).isEqualTo("__Secure-oddiya-refresh");
                assertThat(parameter.path("required").asBoolean()).isFalse();
              })
          .anySatisfy(
              parameter -> assertThat(parameter.path("name").asString()).isEqualTo("Origin"));
      assertThat(route.path("responses").path("200").path("headers").propertyNames())
          .contains("Set-Cookie");
    }
  }

  private String signedIn() {
    Begun begun = app.begin("google");
    return kept(redeem(begun, app.codeFor(begun, person()), GATEWAY));
  }

  private HttpResponse<String> redeem(Begun begun, String code, @Nullable String origin) {
    HttpRequest.Builder request =
        app.request("/oauth2/callback/google")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"code\":\"%s\",\"codeVerifier\":\"%s\",\"tokenDelivery\":\"cookie\"}"
                        .formatted(code, begun.verifier().value())));
    Optional.ofNullable(origin).ifPresent(it -> request.header("Origin", it));
    return app.send(request);
  }

  private HttpResponse<String> post(String path, String form, String cookie) {
    return post(path, form, cookie, GATEWAY);
  }

  private HttpResponse<String> post(
      String path, String form, String cookie, @Nullable String origin) {
    HttpRequest.Builder request =
        app.request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    Optional.ofNullable(origin).ifPresent(it -> request.header("Origin", it));
    return app.send(request);
  }

  /// What a browser sends back.
  private static String kept(HttpResponse<String> answer) {
    List<String> set = answer.headers().allValues("Set-Cookie");
    assertThat(set).as(answer.body()).hasSize(1);
    Matcher kept = KEPT.matcher(set.getFirst());
    assertThat(kept.matches()).as("%s", set).isTrue();
    return kept.group(1);
  }

  private void assertStillSignedIn(String cookie) {
    HttpResponse<String> answer = post("/oauth2/token", REFRESH + "&" + BY_COOKIE, cookie, PAGE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void assertError(String error, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).path("error").asString()).as(answer.body()).isEqualTo(error);
  }

  private static String person() {
    return UUID.randomUUID().toString();
  }
}
