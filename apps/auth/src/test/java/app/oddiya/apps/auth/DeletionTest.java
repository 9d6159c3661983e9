package app.oddiya.apps.auth;

import static app.oddiya.apps.auth.AppOnAPhone.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.auth.AppOnAPhone.Begun;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.apps.stores.rogue.Reply;
import app.oddiya.apps.stores.rogue.RogueProvider;
import app.oddiya.apps.stores.rogue.RogueProvider.Door;
import app.oddiya.domain.testkit.story.Secrets;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the user service has auth do with somebody who leaves, or who asks what is held of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionTest {

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final String BUNDLE = "app.oddiya";

  private final RogueProvider google = RogueProvider.start();
  private final RogueProvider apple = RogueProvider.start();
  private UserServiceStandIn userService;
  private RunningService auth;
  private AppOnAPhone app;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, JOSEException {
    userService = UserServiceStandIn.start();
    auth =
        Main.start(
            Settled.environment(
                folder, google.issuer(), apple.issuer(), REDIS.url(), userService.url()));
    app = new AppOnAPhone(auth.port());
  }

  @AfterEach
  void behave() {
    apple.behave();
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
  void allSessionsEndAndAppleIsToldOnce() throws IOException {
    String person = person();
    JsonNode browser = signedInWithApple(person);
    JsonNode phone = signedInOnPhone(person);
    String user = subjectOf(browser.path("accessToken").asString());
    int before = apple.revocations().size();

    assertThat(delete(user).statusCode()).isEqualTo(204);
    assertThat(delete(user).statusCode()).isEqualTo(204);

    assertInvalidGrant(app.refresh(browser.path("refreshToken").asString()));
    assertInvalidGrant(app.refresh(phone.path("refresh_token").asString()));
    assertThat(apple.revocations()).hasSize(before + 1);
    Map<String, String> told = apple.revocations().getLast();
    assertThat(told)
        .containsEntry("token_type_hint", "refresh_token")
        .containsEntry("client_id", BUNDLE);
    assertThat(told.get("token")).startsWith("refresh-");
    assertThat(subjectOf(told.getOrDefault("client_secret", ""))).isEqualTo(BUNDLE);
    assertThat(REDIS.keys())
        .contains("deleted:" + user)
        .doesNotContain("refresh-of:" + user, "provider-token:" + user);
  }

  @Test
  void whileAppleDoesNotAnswerTheSessionsAreOverAndTheCallIsToBeMadeAgain() throws IOException {
    JsonNode browser = signedInWithApple(person());
    String user = subjectOf(browser.path("accessToken").asString());
    int before = apple.revocations().size();
    for (Reply broken :
        List.of(
            Reply.of(500, "text/html", "<html>"),
            Reply.of(400, "application/json", "{\"error\":\"invalid_client\"}"),
            Reply.redirect(302, apple.at(Door.ELSEWHERE)))) {
      apple.has(Door.REVOKE, broken);

      HttpResponse<String> answer = delete(user);

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertInvalidGrant(app.refresh(browser.path("refreshToken").asString()));
      assertThat(REDIS.keys()).contains("provider-token:" + user);
    }
    assertThat(apple.heardAt(Door.ELSEWHERE)).isZero();

    apple.behave();
    assertThat(delete(user).statusCode()).isEqualTo(204);
    assertThat(apple.revocations()).hasSize(before + 1);
    assertThat(REDIS.keys()).doesNotContain("provider-token:" + user);
  }

  @Test
  void aTokenThatAppleNoLongerKnowsNeedsNoRevoking() throws IOException {
    String user = subjectOf(signedInWithApple(person()).path("accessToken").asString());
    apple.has(Door.REVOKE, Reply.of(400, "application/json", "{\"error\":\"invalid_grant\"}"));

    assertThat(delete(user).statusCode()).isEqualTo(204);
    assertThat(REDIS.keys()).doesNotContain("provider-token:" + user);
  }

  @Test
  void aSignInUnderWayComesToNothing() {
    Begun begun = app.begin("google");
    String person = person();
    String code = app.codeFor(begun, person);
    String user = userService.idOf(person).toString();

    assertThat(delete(user).statusCode()).isEqualTo(204);

    HttpResponse<String> redeemed = app.redeem("google", code, begun.verifier());
    assertThat(redeemed.statusCode()).isEqualTo(400);
    assertThat(json(redeemed).path("code").asString()).isEqualTo("invalid_grant");
    assertThat(
            app.exchange(google.idToken("google-ios", app.nonce(), person).compact(), Map.of())
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void whoHasNeverSignedInCanBeDeletedToo() {
    assertThat(delete("987654321").statusCode()).isEqualTo(204);
    for (String nobody : List.of("0", "-1", "abc", "9".repeat(30))) {
      assertThat(delete(nobody).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whatIsHeldIsToldWithoutSecrets() throws IOException {
    JsonNode tokens = signedInWithApple(person());
    String user = subjectOf(tokens.path("accessToken").asString());
    app.refresh(tokens.path("refreshToken").asString());

    HttpResponse<byte[]> answer = export(user);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    String json = onlyEntry(answer.body(), "sessions.json");
    JsonNode held = JsonMapper.shared().readTree(json);
    assertThat(held.path("revocationTokenOf").asString()).isEqualTo("apple");
    assertThat(held.path("sessions"))
        .singleElement()
        .satisfies(
            session -> {
              assertThat(session.propertyNames())
                  .containsExactly("id", "provider", "signedInAt", "renewedAt", "expiresAt");
              assertThat(session.path("provider").asString()).isEqualTo("apple");
            });
    assertThat(json).doesNotContain("refresh-", "hash", "successor");
  }

  @Test
  void nobodyElseMayAskForEither() {
    for (String path : List.of("/internal/users/1", "/internal/users/1/export")) {
      String method = path.endsWith("export") ? "GET" : "DELETE";
      HttpRequest.Builder request =
          app.request(path).method(method, HttpRequest.BodyPublishers.noBody());
      assertThat(app.send(request).statusCode()).isEqualTo(401);
      assertThat(app.send(InternalCaller.PLAN.sign(request)).statusCode()).isEqualTo(403);
    }
  }

  private HttpResponse<String> delete(String user) {
    return app.send(InternalCaller.USER.sign(app.request("/internal/users/" + user).DELETE()));
  }

  private HttpResponse<byte[]> export(String user) throws IOException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          InternalCaller.USER
              .sign(
                  HttpRequest.newBuilder(
                      URI.create(
                          "http://127.0.0.1:%d/internal/users/%s/export"
                              .formatted(auth.port(), user))))
              .build(),
          BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static String onlyEntry(byte[] archive, String name) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo(name);
      String content = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(zip.getNextEntry()).isNull();
      return content;
    }
  }

  private JsonNode signedInWithApple(String person) {
    Begun begun = app.begin("apple");
    String code = app.signInAtProvider(begun, person);
    HttpResponse<String> back = app.backFromApple(Map.of("code", code, "state", begun.state()));
    String ours = AppOnAPhone.parameter(AppOnAPhone.location(back), "code");
    return json(app.redeem("apple", ours, begun.verifier()));
  }

  private JsonNode signedInOnPhone(String person) {
    String nonce = Secrets.sha256Hex(app.nonce());
    HttpResponse<String> answer =
        app.exchange(
            apple.idToken(BUNDLE, nonce, person).compact(),
            Map.of("authorization_code", apple.codeOnPhone(BUNDLE, person)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private static String subjectOf(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getSubject();
    } catch (ParseException e) {
      throw new AssertionError("no token", e);
    }
  }

  private static void assertInvalidGrant(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asString()).isEqualTo("invalid_grant");
  }

  private static String person() {
    return UUID.randomUUID().toString();
  }
}
