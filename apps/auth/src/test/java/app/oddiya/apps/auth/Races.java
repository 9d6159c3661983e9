package app.oddiya.apps.auth;

import static app.oddiya.apps.auth.AppOnAPhone.encoded;
import static app.oddiya.apps.auth.AppOnAPhone.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.auth.AppOnAPhone.Begun;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.apps.stores.rogue.RogueProvider;
import app.oddiya.domain.testkit.story.Together;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Fifty at once, through as many auth processes as there are, on one Redis. Each call goes to the
/// next process, so whatever one of them remembered would show.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Races {

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final int AT_ONCE = 50;

  private final int processes;
  private final RogueProvider google = RogueProvider.start();
  private final List<AuthProcess> auth = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private UserServiceStandIn userService;

  Races(int processes) {
    this.processes = processes;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, JOSEException {
    userService = UserServiceStandIn.start();
    Map<String, String> environment =
        Settled.environment(
            folder, google.issuer(), google.issuer(), REDIS.url(), userService.url());
    Home home = new Home(Files.createDirectory(folder.resolve("home")));
    for (int i = 1; i <= processes; i++) {
      auth.add(AuthProcess.start(home, "auth-" + i, environment));
    }
  }

  @AfterAll
  void stop() {
    auth.forEach(AuthProcess::close);
    userService.close();
    google.close();
  }

  @Test
  void manyExchangesOfATokenGiveOneSuccessor() {
    String first = signedIn(person());

    List<HttpResponse<String>> answers = atOnce((app, _) -> app.refresh(first));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    String successor = refreshToken(answers.getFirst());
    assertThat(answers).extracting(Races::refreshToken).containsOnly(successor);
    assertThat(next().refresh(successor).statusCode()).isEqualTo(200);
  }

  @Test
  void reuseOfAnyAncestorEndsTheFamily() {
    for (int age = 1; age <= 3; age++) {
      String ancestor = signedIn(person());
      String current = ancestor;
      for (int i = 0; i <= age; i++) {
        current = refreshToken(next().refresh(current));
      }

      assertThat(atOnce((app, _) -> app.refresh(ancestor))).allSatisfy(Races::assertInvalidGrant);
      assertInvalidGrant(next().refresh(current));
    }
  }

  @Test
  void anAncestorAmongManyGoodExchangesStillEndsTheFamily() {
    String ancestor = signedIn(person());
    String spent = refreshToken(next().refresh(ancestor));
    String current = refreshToken(next().refresh(spent));

    List<HttpResponse<String>> answers =
        atOnce((app, i) -> app.refresh(i == 0 ? ancestor : current));

    assertNoneLives(answers);
  }

  @Test
  void afterARevocationNothingOfTheFamilyLives() {
    for (int round = 0; round < 5; round++) {
      String first = signedIn(person());

      List<HttpResponse<String>> answers =
          atOnce(
              (app, i) ->
                  i == 0
                      ? app.postForm("/oauth2/revoke", Map.of("token", first))
                      : app.refresh(first));

      assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(200, 400);
      assertNoneLives(answers);
    }
  }

  @Test
  void afterADeletionNothingOfTheUserLives() {
    for (int round = 0; round < 3; round++) {
      String person = person();
      String first = signedIn(person);
      Begun begun = next().begin("google");
      String code = next().codeFor(begun, person);
      String user = userService.idOf(person).toString();

      List<HttpResponse<String>> answers =
          atOnce(
              (app, i) ->
                  switch (i % 5) {
                    case 0 ->
                        app.send(
                            InternalCaller.USER.sign(
                                app.request("/internal/users/" + user).DELETE()));
                    case 1 -> app.redeem("google", code, begun.verifier());
                    case 2 -> phoneSignIn(app, person);
                    default -> app.refresh(first);
                  });

      assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(200, 204, 400);
      assertNoneLives(answers);
      assertThat(phoneSignIn(next(), person).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aCodeGivesOneSession() {
    Begun begun = next().begin("google");
    String code = next().codeFor(begun, person());

    List<HttpResponse<String>> answers =
        atOnce((app, _) -> app.redeem("google", code, begun.verifier()));

    assertOneSucceeds(200, "invalid_grant", answers);
  }

  @Test
  void aStateIsGoodOnce() {
    Begun begun = next().begin("google");
    String code = next().signInAtProvider(begun, person());

    List<HttpResponse<String>> answers =
        atOnce((app, _) -> app.backFromGoogle("code=" + encoded(code) + "&state=" + begun.state()));

    assertOneSucceeds(303, "invalid_state", answers);
  }

  @Test
  void aNonceGivesOneSession() {
    String idToken = google.idToken("google-ios", next().nonce(), person()).compact();

    List<HttpResponse<String>> answers = atOnce((app, _) -> app.exchange(idToken, Map.of()));

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 200)
        .allSatisfy(
            answer ->
                assertThat(json(answer).path("error").asString()).isEqualTo("invalid_request"));
  }

  @Test
  void manyFirstSignInsOfAPersonGiveOneAccount() {
    String person = person();

    List<HttpResponse<String>> answers = atOnce((app, _) -> phoneSignIn(app, person));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(answers).extracting(Races::refreshToken).doesNotHaveDuplicates();
  }

  private HttpResponse<String> phoneSignIn(AppOnAPhone app, String person) {
    return app.exchange(google.idToken("google-ios", app.nonce(), person).compact(), Map.of());
  }

  /// Each of the processes has its share.
  private List<HttpResponse<String>> atOnce(
      BiFunction<AppOnAPhone, Integer, HttpResponse<String>> call) {
    var number = new AtomicInteger();
    return Together.run(
        AT_ONCE,
        () -> {
          int i = number.getAndIncrement();
          return call.apply(auth.get(i / 5 % processes).app(), i);
        });
  }

  private AppOnAPhone next() {
    return auth.get(turn.getAndIncrement() % processes).app();
  }

  private String signedIn(String person) {
    return next().signedIn(person).path("refreshToken").asString();
  }

  /// No refresh token in any of these answers is good for anything, at any process.
  private void assertNoneLives(List<HttpResponse<String>> answers) {
    answers.stream()
        .filter(answer -> answer.statusCode() == 200 && !answer.body().isEmpty())
        .map(Races::refreshToken)
        .distinct()
        .forEach(token -> assertInvalidGrant(next().refresh(token)));
  }

  private static void assertOneSucceeds(
      int status, String otherwise, List<HttpResponse<String>> answers) {
    assertThat(answers).filteredOn(answer -> answer.statusCode() == status).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != status)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(400);
              assertThat(json(answer).path("code").asString()).isEqualTo(otherwise);
            });
  }

  private static void assertInvalidGrant(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).path("error").asString()).isEqualTo("invalid_grant");
  }

  /// As the token endpoint writes it, or the app's own JSON.
  private static String refreshToken(HttpResponse<String> answer) {
    JsonNode tokens = json(answer);
    String token = tokens.path("refresh_token").asString(tokens.path("refreshToken").asString());
    assertThat(token).as(answer.body()).isNotEmpty();
    return token;
  }

  private static String person() {
    return UUID.randomUUID().toString();
  }
}
