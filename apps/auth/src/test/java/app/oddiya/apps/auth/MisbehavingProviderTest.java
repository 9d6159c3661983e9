package app.oddiya.apps.auth;

import static app.oddiya.apps.auth.AppOnAPhone.encoded;
import static app.oddiya.apps.auth.AppOnAPhone.json;
import static app.oddiya.apps.auth.AppOnAPhone.location;
import static app.oddiya.apps.auth.AppOnAPhone.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.auth.AppOnAPhone.Begun;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.apps.stores.rogue.ForgedKey;
import app.oddiya.apps.stores.rogue.ForgedToken;
import app.oddiya.apps.stores.rogue.Lie;
import app.oddiya.apps.stores.rogue.Reply;
import app.oddiya.apps.stores.rogue.RogueProvider;
import app.oddiya.apps.stores.rogue.RogueProvider.Door;
import app.oddiya.domain.testkit.story.Secrets;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The auth service in front of providers that lie, stall and break off. Whatever they do, the app
/// is told by a code that it can rely on, nothing is written, and the next sign-in succeeds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisbehavingProviderTest {

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final String CLIENT = "google-client";
  private static final String PATIENCE_MILLIS = "700";

  private final RogueProvider google = RogueProvider.start();
  private final RogueProvider apple = RogueProvider.start();
  private UserServiceStandIn userService;
  private Map<String, String> environment = Map.of();
  private RunningService auth;
  private AppOnAPhone app;
  private Written before;

  /// What a sign-in leaves behind: accounts that were asked for, codes and families.
  private record Written(int accounts, List<String> keys) {}

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, JOSEException {
    userService = UserServiceStandIn.start();
    environment =
        Settled.environment(
            folder, google.issuer(), apple.issuer(), REDIS.url(), userService.url());
    auth = Main.start(environment);
    app = new AppOnAPhone(auth.port());
  }

  @BeforeEach
  void remember() throws IOException {
    google.behave();
    apple.behave();
    before = written();
  }

  /// The next sign-in, with the same provider.
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

  @ParameterizedTest
  @EnumSource
  void noLieIsBelieved(Lie lie) throws IOException {
    google.tells(lie);

    assertDeclined("access_denied", signIn());
    assertThat(google.heardAt(Door.ELSEWHERE)).isZero();
  }

  @Test
  void theOtherProvidersTokenIsNotBelieved() throws IOException {
    List<ForgedToken> swapped =
        List.of(
            apple.idToken(CLIENT, "", "somebody"),
            apple.idToken(CLIENT, "", "somebody").claim("iss", google.issuer().toString()),
            google.idToken(CLIENT, "", "somebody").claim("iss", apple.issuer().toString()));
    for (ForgedToken token : swapped) {
      Begun begun = app.begin("google");
      String idToken = token.claim("nonce", parameter(begun.page(), "nonce")).compact();
      google.has(Door.TOKEN, Reply.json(tokenAnswer(idToken)));

      assertDeclined("access_denied", back(begun, "any"));
    }
  }

  @Test
  void anAnswerOfAnotherProviderEndsTheSignInBeforeAnybodyIsAsked() throws IOException {
    for (String foreign : List.of(apple.issuer().toString(), google.issuer() + "/", "x")) {
      Begun begun = app.begin("google");
      String code = app.signInAtProvider(begun, "somebody");

      HttpResponse<String> mixedUp =
          app.backFromGoogle(
              "code=" + code + "&state=" + begun.state() + "&iss=" + encoded(foreign));

      assertThat(mixedUp.statusCode()).isEqualTo(400);
      assertThat(json(mixedUp).path("code").asString()).isEqualTo("invalid_issuer");
      assertThat(json(back(begun, code)).path("code").asString()).isEqualTo("invalid_state");
    }
    assertThat(google.heardAt(Door.TOKEN)).isZero();
    assertThat(written()).isEqualTo(before);
  }

  @Test
  void aCodeOfTheProviderIsGoodOnce() throws IOException {
    Begun first = app.begin("google");
    String code = app.signInAtProvider(first, "somebody");
    assertThat(parameter(location(back(first, code)), "code")).isNotEmpty();
    before = written();

    assertDeclined("access_denied", back(app.begin("google"), code));
  }

  @Test
  void aCodeOfSomebodyElsesSignInIsOfNoUse() throws IOException {
    String stolen = app.signInAtProvider(app.begin("google"), "a victim");

    assertDeclined("access_denied", back(app.begin("google"), stolen));
  }

  static Stream<Named<Reply>> faults() {
    return Stream.of(
        Named.of("500", Reply.of(500, "text/html", "<html>")),
        Named.of("503", Reply.of(503, "application/json", "{}")),
        Named.of("429", Reply.of(429, "application/json", "{\"error\":\"slow_down\"}")),
        Named.of("401", Reply.of(401, "application/json", "{\"error\":\"invalid_client\"}")),
        Named.of("400 of nothing", Reply.of(400, "application/json", "{}")),
        Named.of("404", Reply.of(404, "text/plain", "not here")),
        Named.of("204", Reply.of(204, "application/json", "")),
        Named.of("no body", Reply.json("")),
        Named.of("no JSON", Reply.json("<html>")),
        Named.of("half of JSON", Reply.json("{\"access_token\":\"a")),
        Named.of("an array", Reply.json("[]")),
        Named.of("deep JSON", Reply.json("[".repeat(100_000))),
        Named.of("no ID token", Reply.json("{\"access_token\":\"a\",\"token_type\":\"Bearer\"}")),
        Named.of("cut off", Reply.truncated(tokenAnswer("a.b.c"))),
        Named.of("100 MB", Reply.huge(100L * 1024 * 1024)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aTokenEndpointThatBreaksIsAnOutage(Reply fault) throws IOException {
    google.has(Door.TOKEN, fault);

    assertDeclined("temporarily_unavailable", signIn());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) throws IOException {
    google.has(Door.TOKEN, Reply.redirect(status, google.at(Door.ELSEWHERE)));

    assertDeclined("temporarily_unavailable", signIn());
    assertThat(google.heardAt(Door.ELSEWHERE)).isZero();
  }

  @Test
  void aGoodTokenInAnAnswerThatIsNotOneIsNotTaken() throws IOException {
    for (String type : List.of("text/html", "text/plain", "application/x-www-form-urlencoded")) {
      Begun begun = app.begin("google");
      google.has(Door.TOKEN, Reply.of(200, type, goodAnswer(begun)));

      assertDeclined("temporarily_unavailable", back(begun, "any"));
    }
  }

  @Test
  void anAnswerThatSaysSomethingTwiceIsNotTaken() throws IOException {
    google.says(answer -> answer.replaceFirst("\\{", "{\"id_token\":\"a.b.c\","));

    assertDeclined("temporarily_unavailable", signIn());
  }

  @Test
  void nobodyWaitsLongerThanTheCallerDoes() throws IOException {
    for (Reply stalled : List.of(google.silent(), google.dripping())) {
      Begun begun = app.begin("google");
      String code = app.signInAtProvider(begun, "somebody");
      google.has(Door.TOKEN, stalled);

      assertDeclined(
          "temporarily_unavailable",
          app.send(
              app.request("/oauth2/callback/google?code=" + code + "&state=" + begun.state())
                  .header("Oddiya-Deadline-Ms", PATIENCE_MILLIS)));
    }
  }

  @Test
  void applesFormIsNoBetterADoor() throws IOException {
    Begun begun = app.begin("apple");
    apple.tells(Lie.ANOTHER_NONCE);
    String code = app.signInAtProvider(begun, "somebody");

    assertDeclined(
        "access_denied",
        app.backFromApple(
            Map.of(
                "code",
                code,
                "state",
                begun.state(),
                "user",
                "{\"name\":{\"firstName\":\"A\",\"lastName\":\"B\"}}")));
  }

  @Test
  void theProvidersNewKeyIsFetchedOnceAndTaken() throws IOException {
    RunningService fresh = Main.start(environment);
    try (var phone = new AppOnAPhone(fresh.port())) {
      assertSignedIn(phone);
      assertThat(google.heardAt(Door.KEYS)).isEqualTo(1);
      google.rotate();

      for (int i = 0; i < 3; i++) {
        assertSignedIn(phone);
      }
      assertThat(google.heardAt(Door.KEYS)).isEqualTo(2);
    } finally {
      fresh.stop();
      google.rotateBack();
    }
  }

  @Test
  void keysThatNobodyKnowsAreLookedForOnceAndLockNobodyOut() throws IOException {
    RunningService fresh = Main.start(environment);
    try (var phone = new AppOnAPhone(fresh.port())) {
      assertSignedIn(phone);
      google.tells(Lie.UNKNOWN_KEY);
      before = written();
      for (int i = 0; i < 5; i++) {
        Begun begun = phone.begin("google");
        String code = phone.signInAtProvider(begun, "somebody");
        assertDeclined(
            "access_denied", phone.backFromGoogle("code=" + code + "&state=" + begun.state()));
      }
      assertThat(google.heardAt(Door.KEYS)).isEqualTo(2);

      google.behave();
      assertSignedIn(phone);
    } finally {
      fresh.stop();
    }
  }

  /// What a provider does instead, told by itself.
  interface Faulty {
    Reply of(RogueProvider provider);
  }

  static Stream<Named<Faulty>> brokenKeys() {
    return Stream.of(
        Named.of("500", it -> Reply.of(500, "text/html", "<html>")),
        Named.of("none", it -> Reply.json("{\"keys\":[]}")),
        Named.of("another kind", it -> Reply.json(RogueProvider.keySet(ForgedKey.ec("current")))),
        Named.of("no set", it -> Reply.json("[]")),
        Named.of("no JSON", it -> Reply.json("<html>")),
        Named.of("100 MB", it -> Reply.huge(100L * 1024 * 1024)),
        Named.of("redirect", it -> Reply.redirect(302, it.at(Door.ELSEWHERE))),
        Named.of("silence", RogueProvider::silent),
        Named.of("drips", RogueProvider::dripping));
  }

  @ParameterizedTest
  @MethodSource("brokenKeys")
  void aProviderWithoutKeysIsAnOutageUntilItHasThem(Faulty fault) throws IOException {
    RunningService fresh = Main.start(environment);
    try (var phone = new AppOnAPhone(fresh.port())) {
      google.has(Door.KEYS, fault.of(google));
      Begun begun = phone.begin("google");
      String code = phone.signInAtProvider(begun, "somebody");

      assertDeclined(
          "temporarily_unavailable",
          phone.send(
              phone
                  .request("/oauth2/callback/google?code=" + code + "&state=" + begun.state())
                  .header("Oddiya-Deadline-Ms", PATIENCE_MILLIS)));
      assertThat(google.heardAt(Door.ELSEWHERE)).isZero();
      google.behave();
      assertSignedIn(phone);
    } finally {
      fresh.stop();
    }
  }

  static Stream<Named<Faulty>> brokenDiscovery() {
    return Stream.of(
        Named.of("another issuer", it -> it.discoveryWith("issuer", "https://evil.example")),
        Named.of("a slash more", it -> it.discoveryWith("issuer", it.issuer() + "/")),
        Named.of("no key set", it -> it.discoveryWith("jwks_uri", "")),
        Named.of(
            "keys of the cloud's own",
            it -> it.discoveryWith("jwks_uri", "http://169.254.169.254/latest/meta-data")),
        Named.of(
            "tokens of the cloud's own",
            it -> it.discoveryWith("token_endpoint", "http://169.254.169.254/token")),
        Named.of(
            "another host", it -> it.discoveryWith("token_endpoint", "http://127.0.0.2:1/token")),
        Named.of(
            "a page that is a script",
            it -> it.discoveryWith("authorization_endpoint", "javascript:alert(1)")),
        Named.of("a file", it -> it.discoveryWith("jwks_uri", "file:///etc/passwd")),
        Named.of("500", it -> Reply.of(500, "text/html", "<html>")),
        Named.of("404", it -> Reply.of(404, "application/json", "{}")),
        Named.of("no JSON", it -> Reply.json("<html>")),
        Named.of("100 MB", it -> Reply.huge(100L * 1024 * 1024)),
        Named.of("redirect", it -> Reply.redirect(302, it.at(Door.ELSEWHERE))),
        Named.of("silence", RogueProvider::silent),
        Named.of("drips", RogueProvider::dripping));
  }

  @ParameterizedTest
  @MethodSource("brokenDiscovery")
  void nobodyIsSentToAProviderThatDescribesItselfBadly(Faulty fault) throws IOException {
    RunningService fresh = Main.start(environment);
    try (var phone = new AppOnAPhone(fresh.port())) {
      google.has(Door.DISCOVERY, fault.of(google));

      HttpResponse<String> answer =
          phone.send(
              phone
                  .request(AppOnAPhone.authorizePath("google", Secrets.freshVerifier()))
                  .header("Oddiya-Deadline-Ms", PATIENCE_MILLIS));

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).doesNotContain("127.0.0.1", "169.254", "evil");
      assertThat(google.heardAt(Door.ELSEWHERE)).isZero();
      assertThat(written()).isEqualTo(before);
      google.behave();
      assertSignedIn(phone);
    } finally {
      fresh.stop();
    }
  }

  private HttpResponse<String> signIn() {
    Begun begun = app.begin("google");
    return back(begun, app.signInAtProvider(begun, "somebody"));
  }

  private HttpResponse<String> back(Begun begun, String code) {
    return app.backFromGoogle("code=" + encoded(code) + "&state=" + begun.state());
  }

  private String goodAnswer(Begun begun) {
    String nonce = parameter(begun.page(), "nonce");
    return tokenAnswer(google.idToken(CLIENT, nonce, "somebody").compact());
  }

  private static String tokenAnswer(String idToken) {
    return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}";
  }

  private static void assertSignedIn(AppOnAPhone phone) {
    assertThat(phone.signedIn(UUID.randomUUID().toString()).path("accessToken").asString())
        .isNotEmpty();
  }

  /// Back in the app, which is told why and nothing else; and nothing is left behind.
  private void assertDeclined(String error, HttpResponse<String> back) throws IOException {
    assertThat(back.statusCode()).as(back.body()).isEqualTo(303);
    assertThat(location(back).toString())
        .isEqualTo(
            AppOnAPhone.REDIRECT
                + "?error="
                + error
                + "&state="
                + encoded(AppOnAPhone.STATE).replace("+", "%20"));
    assertThat(written()).isEqualTo(before);
  }

  private Written written() throws IOException {
    return new Written(
        userService.calls(),
        REDIS.keys().stream().filter(key -> !key.startsWith("signin:")).sorted().toList());
  }
}
