package app.oddiya.apps.auth;

import static app.oddiya.apps.auth.AppOnAPhone.encoded;
import static app.oddiya.apps.auth.AppOnAPhone.json;
import static app.oddiya.apps.auth.AppOnAPhone.location;
import static app.oddiya.apps.auth.AppOnAPhone.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.oidc.SigningKeys;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.auth.AppOnAPhone.Begun;
import app.oddiya.apps.stores.junit.OpenIdExtension;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.User;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Secrets;
import app.oddiya.domain.testkit.story.Together;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The auth service on a real Redis, in front of a provider that plays Google and Apple.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthServiceTest {

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();
  @RegisterExtension static final OpenIdExtension OPENID = new OpenIdExtension();

  private UserServiceStandIn userService;
  private RunningService auth;
  private AppOnAPhone app;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, JOSEException {
    userService = UserServiceStandIn.start();
    auth =
        Main.start(
            Settled.environment(
                folder,
                OPENID.googleIssuer(),
                OPENID.appleIssuer(),
                REDIS.url(),
                userService.url()));
    app = new AppOnAPhone(auth.port());
  }

  @AfterAll
  void stop() {
    app.close();
    auth.stop();
    userService.close();
  }

  @Test
  void somebodySignsInWithGoogleStaysSignedInAndSignsOut() throws ParseException, JOSEException {
    String username = person();
    Begun begun = app.begin("google");
    String providersCode = app.signInAtProvider(begun, username);

    HttpResponse<String> back =
        app.backFromGoogle("code=" + encoded(providersCode) + "&state=" + begun.state());
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.body()).isEmpty();
    assertThat(location(back).toString()).startsWith(AppOnAPhone.REDIRECT + "?code=");
    assertThat(parameter(location(back), "state")).isEqualTo(AppOnAPhone.STATE);
    assertThat(location(back).getRawQuery()).doesNotContain("+", providersCode, "token");

    HttpResponse<String> redeemed =
        app.redeem("google", parameter(location(back), "code"), begun.verifier());
    assertThat(redeemed.statusCode()).isEqualTo(200);
    assertThat(redeemed.headers().firstValue("Cache-Control")).contains("no-store");
    JsonNode tokens = json(redeemed);
    assertThat(tokens.propertyNames())
        .containsExactly(
            "accessToken", "tokenType", "expiresIn", "refreshToken", "refreshExpiresIn");
    assertThat(tokens.path("tokenType").asString()).isEqualTo("Bearer");
    assertThat(tokens.path("expiresIn").asInt()).isEqualTo(3600);
    assertThat(tokens.path("refreshExpiresIn").asInt()).isEqualTo(1_209_600);
    User user = userOf(tokens.path("accessToken").asString());
    assertThat(user.identity().providerId()).isEqualTo(username);
    assertThat(user.name()).isEqualTo(DisplayName.parse("지민"));

    HttpResponse<String> refreshed = app.refresh(tokens.path("refreshToken").asString());
    assertThat(refreshed.statusCode()).isEqualTo(200);
    assertThat(refreshed.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(refreshed).propertyNames())
        .containsExactly(
            "access_token", "token_type", "expires_in", "refresh_token", "refresh_expires_in");
    assertThat(userOf(json(refreshed).path("access_token").asString())).isEqualTo(user);
    String next = json(refreshed).path("refresh_token").asString();
    assertThat(next).isNotEqualTo(tokens.path("refreshToken").asString());

    assertThat(app.postForm("/oauth2/revoke", Map.of("token", next)).statusCode()).isEqualTo(200);
    assertInvalidGrant(app.refresh(next));
  }

  @Test
  void somebodySignsInWithAppleWhoTellsTheNameOnce() throws ParseException, JOSEException {
    Begun begun = app.begin("apple");
    assertThat(parameter(begun.page(), "response_mode")).isEqualTo("form_post");
    String providersCode = app.signInAtProvider(begun, person(), "{}");

    HttpResponse<String> back =
        app.backFromApple(
            Map.of(
                "code",
                providersCode,
                "state",
                begun.state(),
                "user",
                "{\"name\":{\"firstName\":\"서연\",\"lastName\":\"Park\"},\"email\":\"x@y\"}"));

    assertThat(back.statusCode()).isEqualTo(303);
    JsonNode tokens =
        json(app.redeem("apple", parameter(location(back), "code"), begun.verifier()));
    User user = userOf(tokens.path("accessToken").asString());
    assertThat(user.name()).isEqualTo(DisplayName.parse("서연 Park"));
    // Nothing but the name is believed of what came through the browser.
    assertThat(user.email()).isEmpty();
  }

  @Test
  void aBrowserIsSentOnAndTheProviderIsToldNothingOfTheApp() {
    HttpResponse<String> answer =
        app.send(
            app.request(AppOnAPhone.authorizePath("google", Secrets.freshVerifier()))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer).toString()).startsWith(OPENID.googleIssuer() + "/authorize?");
    assertThat(parameter(location(answer), "redirect_uri"))
        .isEqualTo("https://oddiya.example/oauth2/callback/google");
    assertThat(parameter(location(answer), "state")).isNotEqualTo(AppOnAPhone.STATE);
  }

  @Test
  void aStateIsGoodOnceAndForNothingElse() {
    Begun begun = app.begin("google");
    String providersCode = app.signInAtProvider(begun, person());
    String query = "code=" + encoded(providersCode) + "&state=" + begun.state();
    assertThat(app.backFromGoogle(query).statusCode()).isEqualTo(303);

    assertInvalidState(app.backFromGoogle(query));
    assertInvalidState(app.backFromGoogle("code=x&state=" + Secrets.fresh().value()));
    assertInvalidState(app.backFromGoogle("code=x&state=short"));
    assertInvalidState(app.backFromApple(Map.of("error", "x", "state", "unknown")));
  }

  @Test
  void anotherProvidersAnswerGoesNowhere() {
    Begun atGoogle = app.begin("google");
    Begun atApple = app.begin("apple");

    HttpResponse<String> foreignIssuer =
        app.backFromGoogle(
            "code=x&state=" + atGoogle.state() + "&iss=" + encoded("https://evil.example"));
    HttpResponse<String> wrongDoor = app.backFromGoogle("code=x&state=" + atApple.state());

    for (HttpResponse<String> answer : List.of(foreignIssuer, wrongDoor)) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Location")).isEmpty();
      assertThat(json(answer).path("code").asString()).isEqualTo("invalid_issuer");
    }
  }

  @Test
  void theAppIsToldThatThePersonDeclinedInTheStandardsWords() {
    Begun begun = app.begin("google");

    HttpResponse<String> back =
        app.backFromGoogle(
            "error=access_denied&error_description=of+the+provider&state=" + begun.state());

    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(parameter(location(back), "error")).isEqualTo("access_denied");
    assertThat(parameter(location(back), "state")).isEqualTo(AppOnAPhone.STATE);
    assertThat(location(back).toString()).doesNotContain("provider", "code=");
  }

  @Test
  void aCodeThatTheProviderDoesNotKnowIsADenial() {
    Begun begun = app.begin("google");

    HttpResponse<String> back = app.backFromGoogle("code=never-given&state=" + begun.state());

    assertThat(parameter(location(back), "error")).isEqualTo("access_denied");
  }

  @Test
  void theAppIsToldOfAnOutageAndCanBeginAgain() {
    Begun begun = app.begin("google");
    String providersCode = app.signInAtProvider(begun, person());
    userService.down(true);
    try {
      HttpResponse<String> back =
          app.backFromGoogle("code=" + encoded(providersCode) + "&state=" + begun.state());

      assertThat(back.statusCode()).isEqualTo(303);
      assertThat(parameter(location(back), "error")).isEqualTo("temporarily_unavailable");
    } finally {
      userService.down(false);
    }
  }

  @Test
  void aWrongVerifierBurnsTheCode() {
    Begun begun = app.begin("google");
    String code = app.codeFor(begun, person());

    assertInvalidCode(app.redeem("google", code, Secrets.freshVerifier()));
    assertInvalidCode(app.redeem("google", code, begun.verifier()));
  }

  @Test
  void aCodeIsGoodOnceAtItsOwnDoor() {
    Begun begun = app.begin("google");
    String code = app.codeFor(begun, person());
    Begun other = app.begin("google");
    String otherCode = app.codeFor(other, person());

    assertThat(app.redeem("google", code, begun.verifier()).statusCode()).isEqualTo(200);
    assertInvalidCode(app.redeem("google", code, begun.verifier()));
    assertInvalidCode(app.redeem("apple", otherCode, other.verifier()));
    assertInvalidCode(app.redeem("google", otherCode, other.verifier()));
    assertInvalidCode(app.redeem("google", "unknown", new CodeVerifier("short")));
  }

  @Test
  void fiftyRefreshesAtOnceGiveOneSuccessor() {
    String token = app.signedIn(person()).path("refreshToken").asString();

    List<HttpResponse<String>> answers = Together.run(50, () -> app.refresh(token));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(answers)
        .extracting(answer -> json(answer).path("refresh_token").asString())
        .containsOnly(json(answers.getFirst()).path("refresh_token").asString());
  }

  @Test
  void reuseOfAnAncestorSignsEverybodyOut() {
    String first = app.signedIn(person()).path("refreshToken").asString();
    String second = json(app.refresh(first)).path("refresh_token").asString();
    String third = json(app.refresh(second)).path("refresh_token").asString();

    assertInvalidGrant(app.refresh(first));
    assertInvalidGrant(app.refresh(third));
  }

  @Test
  void signingOutOnOnePhoneLeavesTheOtherSignedIn() {
    String username = person();
    String phone = app.signedIn(username).path("refreshToken").asString();
    String tablet = app.signedIn(username).path("refreshToken").asString();

    app.postForm("/oauth2/revoke", Map.of("token", phone, "token_type_hint", "refresh_token"));

    assertInvalidGrant(app.refresh(phone));
    assertThat(app.refresh(tablet).statusCode()).isEqualTo(200);
  }

  @Test
  void anyTokenCanBeRevokedAndNoneCannot() {
    JsonNode tokens = app.signedIn(person());
    String access = tokens.path("accessToken").asString();
    for (String hint : List.of("access_token", "refresh_token", "of_another_kind")) {
      assertThat(
              app.postForm("/oauth2/revoke", Map.of("token", access, "token_type_hint", hint))
                  .statusCode())
          .isEqualTo(200);
    }
    assertThat(app.refresh(tokens.path("refreshToken").asString()).statusCode()).isEqualTo(200);
    for (String token : List.of("x", "a.b.c", UUID.randomUUID() + "." + Secrets.fresh().value())) {
      assertThat(app.postForm("/oauth2/revoke", Map.of("token", token)).statusCode())
          .isEqualTo(200);
    }
    assertOAuthError("invalid_request", app.postForm("/oauth2/revoke", Map.of()));
    assertOAuthError("invalid_request", app.postForm("/oauth2/revoke", Map.of("token", "")));
  }

  @Test
  void theTokenEndpointSpeaksOAuth() {
    assertOAuthError("invalid_request", app.postForm("/oauth2/token", Map.of("a", "b")));
    assertOAuthError(
        "invalid_request", app.postForm("/oauth2/token", Map.of("grant_type", "refresh_token")));
    assertOAuthError(
        "unsupported_grant_type", app.postForm("/oauth2/token", Map.of("grant_type", "password")));
    assertOAuthError(
        "invalid_request",
        app.send(
            app.request("/oauth2/token?grant_type=refresh_token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "grant_type=refresh_token&grant_type=x&refresh_token=%00"))));
    assertInvalidGrant(app.refresh("\"quoted\" \\ 한국"));
    assertProblem(415, app.postJson("/oauth2/token", "{}"));
    assertProblem(405, app.get("/oauth2/token"));
    assertProblem(413, app.refresh("x".repeat(70_000)));
  }

  @Test
  void badRequestsAreProblemsAndNeverOurs() {
    String challenge = Secrets.challengeOf(Secrets.freshVerifier()).value();
    String authorize = "/oauth2/authorize/google";
    String redirect = "redirectUri=" + encoded(AppOnAPhone.REDIRECT);
    assertProblem(400, app.get(authorize));
    assertProblem(400, app.get(authorize + "?" + redirect));
    assertProblem(400, app.get(authorize + "?" + redirect + "&codeChallenge=short"));
    assertProblem(400, app.get(authorize + "?" + redirect + "&codeChallenge=" + challenge + "%0A"));
    assertProblem(
        400,
        app.get(
            authorize
                + "?codeChallenge="
                + challenge
                + "&redirectUri="
                + encoded(AppOnAPhone.REDIRECT + "/more")));
    assertProblem(
        400, app.get(authorize + "?redirectUri=https://evil.example&codeChallenge=" + challenge));
    assertProblem(
        400, app.get(authorize + "?" + redirect + "&" + redirect + "&codeChallenge=" + challenge));
    assertProblem(400, app.get(authorize + "?" + redirect + "&state=%FF"));
    assertProblem(404, app.get("/oauth2/authorize/facebook?" + redirect));
    assertProblem(400, app.backFromGoogle(""));
    assertProblem(400, app.backFromGoogle("state=" + Secrets.fresh().value()));
    assertProblem(400, app.backFromApple(Map.of("code", "x")));
    for (String body :
        List.of(
            "",
            "{",
            "[]",
            "null",
            "{\"code\":\"a\"}",
            "{\"code\":1,\"codeVerifier\":\"a\"}",
            "{\"code\":\"\",\"codeVerifier\":\"\"}",
            "{\"code\":\"a\",\"codeVerifier\":\"a\",\"x\":1}",
            "{\"code\":\"\\u0000\",\"codeVerifier\":\"a\"}",
            "{\"code\":\"a\",\"code\":\"b\"}")) {
      assertProblem(400, app.postJson("/oauth2/callback/google", body));
    }
    assertProblem(415, app.postForm("/oauth2/callback/google", Map.of("code", "x")));
    assertProblem(404, app.get("/oauth2/nothing"));
  }

  @Test
  void withoutItsSessionStoreItSaysSoAndIsNotReady(@TempDir Path folder)
      throws IOException, JOSEException {
    int closedPort;
    try (var socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    RunningService cutOff =
        Main.start(
            Settled.environment(
                folder,
                OPENID.googleIssuer(),
                OPENID.appleIssuer(),
                "redis://127.0.0.1:" + closedPort,
                userService.url()));
    try (var phone = new AppOnAPhone(cutOff.port());
        var probe = new AppOnAPhone(cutOff.privatePort())) {
      String token = UUID.randomUUID() + "." + Secrets.fresh().value();
      List<HttpResponse<String>> answers =
          List.of(
              phone.refresh(token),
              phone.postForm("/oauth2/revoke", Map.of("token", token)),
              phone.get(AppOnAPhone.authorizePath("google", Secrets.freshVerifier())),
              phone.backFromGoogle("code=x&state=" + Secrets.fresh().value()));

      for (HttpResponse<String> answer : answers) {
        assertProblem(503, answer);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      assertThat(phone.get("/jwks.json").statusCode()).isEqualTo(200);
      assertThat(probe.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(probe.get("/healthz").statusCode()).isEqualTo(200);
    } finally {
      cutOff.stop();
    }
  }

  @Test
  void itDescribesItself() {
    HttpResponse<String> answer = app.get("/openapi.json");

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode apple = json(answer).path("paths").path("/oauth2/callback/apple").path("post");
    assertThat(apple.path("requestBody").path("content").propertyNames())
        .containsExactlyInAnyOrder("application/json", "application/x-www-form-urlencoded");
    assertThat(apple.path("responses").propertyNames()).contains("200", "303", "400");
  }

  @Test
  void theMetadataSaysWhatThereIs() throws com.nimbusds.oauth2.sdk.ParseException {
    HttpResponse<String> answer = app.get("/.well-known/oauth-authorization-server");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(json(answer).propertyNames())
        .containsExactly(
            "issuer",
            "token_endpoint",
            "revocation_endpoint",
            "jwks_uri",
            "response_types_supported",
            "grant_types_supported",
            "code_challenge_methods_supported",
            "token_endpoint_auth_methods_supported",
            "revocation_endpoint_auth_methods_supported");
    // As a stranger reads it.
    var metadata = AuthorizationServerMetadata.parse(answer.body());
    assertThat(metadata.getIssuer().getValue()).isEqualTo("https://oddiya.example");
    assertThat(metadata.getTokenEndpointURI())
        .isEqualTo(URI.create("https://oddiya.example/oauth2/token"));
    assertThat(metadata.getRevocationEndpointURI())
        .isEqualTo(URI.create("https://oddiya.example/oauth2/revoke"));
    assertThat(metadata.getJWKSetURI())
        .isEqualTo(URI.create("https://oddiya.example/.well-known/jwks.json"));
    assertThat(metadata.getResponseTypes()).containsExactly(ResponseType.CODE);
    assertThat(metadata.getGrantTypes())
        .containsExactly(GrantType.REFRESH_TOKEN, GrantType.TOKEN_EXCHANGE);
    assertThat(metadata.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
    assertThat(metadata.getTokenEndpointAuthMethods())
        .containsExactly(ClientAuthenticationMethod.NONE);
    assertThat(metadata.getRevocationEndpointAuthMethods())
        .containsExactly(ClientAuthenticationMethod.NONE);
  }

  @Test
  void onlyPublicHalvesOfBothKeysArePublished() {
    HttpResponse<String> answer = app.get("/.well-known/jwks.json");

    assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=300");
    assertThat(json(answer).path("keys")).hasSize(2);
    assertThat(json(answer).path("keys"))
        .allSatisfy(
            key ->
                assertThat(key.propertyNames())
                    .containsExactly("kty", "use", "alg", "kid", "n", "e"));
    assertThat(app.get("/jwks.json").body()).isEqualTo(answer.body());
  }

  @Test
  void aNewKeyInTheFileIsPublishedAndSignsInItsTimeWithoutARestart(@TempDir Path folder)
      throws IOException, JOSEException, ParseException {
    Map<String, String> environment =
        Settled.environment(
            folder, OPENID.googleIssuer(), OPENID.appleIssuer(), REDIS.url(), userService.url());
    RunningService other = Main.start(environment);
    try (var phone = new AppOnAPhone(other.port())) {
      JsonNode before = phone.signedIn(person());
      Path file = Path.of(environment.getOrDefault("ODDIYA_SIGNING_KEYS", ""));
      SigningKeys keys = SigningKeys.parse(Files.readString(file));
      SigningKeys.Rotation rotation = keys.rotate(Instant.now());
      Files.writeString(file, rotation.keys().json());

      JWKSet published = publishedOnce(phone, rotation.keys().keys().size());

      assertThat(published.getKeys())
          .extracting(JWK::getKeyID)
          .containsExactlyElementsOf(rotation.keys().keys().stream().map(JWK::getKeyID).toList());
      SignedJWT token =
          SignedJWT.parse(
              json(phone.refresh(before.path("refreshToken").asString()))
                  .path("access_token")
                  .asString());
      assertThat(token.getHeader().getKeyID()).isEqualTo(keys.keys().getFirst().getKeyID());
    } finally {
      other.stop();
    }
  }

  /// Waits for the file to be looked at.
  private static JWKSet publishedOnce(AppOnAPhone phone, int keys) throws ParseException {
    Instant end = Instant.now().plusSeconds(30);
    while (true) {
      JWKSet published = JWKSet.parse(phone.get("/.well-known/jwks.json").body());
      if (published.size() == keys) {
        return published;
      }
      assertThat(Instant.now()).as("waited for %s keys", keys).isBefore(end);
    }
  }

  /// Checks a token as every other service does, with the published keys.
  private User userOf(String accessToken) throws ParseException, JOSEException {
    SignedJWT token = SignedJWT.parse(accessToken);
    var key =
        JWKSet.parse(app.get("/.well-known/jwks.json").body())
            .getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("https://oddiya.example");
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("oddiya");
    UserId id = UserId.parse(token.getJWTClaimsSet().getSubject()).orElseThrow();
    return userService.users.find(id, new Deadline(Instant.MAX)).orElseThrow();
  }

  private static void assertInvalidState(HttpResponse<String> answer) {
    assertProblem(400, answer);
    assertThat(json(answer).path("code").asString()).isEqualTo("invalid_state");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  private static void assertInvalidCode(HttpResponse<String> answer) {
    assertProblem(400, answer);
    assertThat(json(answer).path("code").asString()).isEqualTo("invalid_grant");
  }

  private static void assertInvalidGrant(HttpResponse<String> answer) {
    assertOAuthError("invalid_grant", answer);
  }

  private static void assertOAuthError(String error, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(answer).propertyNames()).containsExactly("error", "error_description");
    assertThat(json(answer).path("error").asString()).isEqualTo(error);
    assertThat(json(answer).path("error_description").asString())
        .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
  }

  private static void assertProblem(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).path("status").asInt()).isEqualTo(status);
  }

  private static String person() {
    return UUID.randomUUID().toString();
  }
}
