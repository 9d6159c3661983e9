package app.oddiya.apps.user;

import static app.oddiya.apps.user.RunningUser.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.apps.stores.junit.SnsExtension;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserServiceTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final SnsExtension SNS = new SnsExtension();

  private RunningUser service;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, JOSEException {
    service = RunningUser.start(POSTGRES, SNS, folder);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void authFindsOrCreatesAnAccount() {
    String person = person();

    Answer first = register(person);
    Answer second = register(person);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text()).isEqualTo(first.text()).matches("\\{\"id\":\"[0-9]+\"}");
  }

  @Test
  void nobodyElseMayCreateAccounts() {
    assertThat(send("plan", Call.post("/internal/users").json(Map.of())).status()).isEqualTo(403);
    assertThat(service.send(json(service.asNobody("/internal/users"), "POST", "{}")).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/me", "/api/v1/users/me"})
  void peopleSeeTheirAccount(String path) {
    UserId me = newcomer();

    HttpResponse<String> answer = service.send(service.as(me, path));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
    JsonNode account = parsed(answer);
    assertThat(account.propertyNames())
        .containsExactly("id", "email", "name", "provider", "locale", "homeCurrency", "createdAt");
    assertThat(account.path("id").asString()).isEqualTo(me.toString());
    assertThat(account.path("name").asString()).isEqualTo("지민 Kim");
    assertThat(account.path("provider").asString()).isEqualTo("google");
  }

  @Test
  void whatTheProviderDidNotSayIsNull() {
    Answer registered =
        send(
            "auth",
            Call.post("/internal/users")
                .json(Map.of("provider", "apple", "providerId", UUID.randomUUID().toString())));

    JsonNode account = parsed(service.send(service.as(id(registered), "/users/me")));

    assertThat(account.path("email").isNull()).isTrue();
    assertThat(account.path("name").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/merge-patch+json"})
  void peopleChangeTheirAccount(String mediaType) {
    UserId me = newcomer();

    HttpResponse<String> answer =
        service.send(
            patch(me, "{\"name\":\"Jimin 🧳\",\"locale\":\"en-GB\",\"homeCurrency\":\"GBP\"}")
                .setHeader("Content-Type", mediaType)
                .header("If-Match", "\"1\""));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(parsed(answer).path("name").asString()).isEqualTo("Jimin 🧳");
    assertThat(service.send(service.as(me, "/users/me")).body()).isEqualTo(answer.body());
  }

  @Test
  void aStaleChangeIsRefusedAndOneWithoutAConditionIsNot() {
    UserId me = newcomer();
    service.send(patch(me, "{\"locale\":\"en\"}"));

    assertThat(service.send(patch(me, "{\"locale\":\"ja\"}").header("If-Match", "\"1\"")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(412);
    assertThat(service.send(patch(me, "{\"locale\":\"ja\"}").header("If-Match", "*")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
    assertThat(service.send(patch(me, "{\"locale\":\"zh\"}").header("If-Match", "\"1\", \"3\"")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
  }

  @Test
  void anAccountThatIsGoneIsNotFound() {
    var nobody = new UserId(999_999_999_999L);

    assertThat(service.send(service.as(nobody, "/users/me")).statusCode()).isEqualTo(404);
    assertThat(service.send(patch(nobody, "{}")).statusCode()).isEqualTo(404);
    assertThat(service.send(device(nobody, "phone", "ios")).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"ios,''", "android,/api/v1"})
  void aDeviceIsKnownToTheWorkerUntilItIsRemoved(String platform, String prefix) {
    UserId me = newcomer();
    String path = prefix + "/users/me/devices/my-phone_1";
    String body = newDevice(platform);

    assertThat(service.send(json(service.as(me, path), "PUT", body)).statusCode()).isEqualTo(204);
    assertThat(service.send(json(service.as(me, path), "PUT", body)).statusCode()).isEqualTo(204);
    JsonNode devices = devicesOf(me);
    assertThat(devices).hasSize(1);
    assertThat(devices.get(0).path("deviceId").asString()).isEqualTo("my-phone_1");
    assertThat(devices.get(0).path("platform").asString()).isEqualTo(platform);
    assertThat(devices.get(0).path("endpointArn").asString()).startsWith("arn:aws:sns:");
    assertThat(devices.get(0).path("locale").asString()).isEqualTo("ko");

    assertThat(service.send(service.as(me, path).DELETE()).statusCode()).isEqualTo(204);
    assertThat(service.send(service.as(me, path).DELETE()).statusCode()).isEqualTo(204);
    assertThat(devicesOf(me)).isEmpty();
  }

  @Test
  void onlyTheWorkerLearnsWhereAUserIsPushedTo() {
    UserId me = newcomer();

    assertThat(send("auth", Call.get("/internal/users/{}/devices", me)).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{\"name\":null}",
        "{\"name\":\"\"}",
        "{\"name\":\"  \"}",
        "{\"name\":\"a\\n\"}",
        "{\"name\":\"\\u0000\"}",
        "{\"name\":\"\\ud800\"}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\":7}",
        "{\"unknown\":1}",
        "{\"locale\":\"xx_YY\"}",
        "{\"locale\":\"ko\\n\"}",
        "{\"homeCurrency\":\"krw\"}",
        "{\"homeCurrency\":\"EURO\"}",
        "{\"id\":\"1\"}",
        "{\"name\":1e999999}"
      })
  void badChangesAreProblemsAndNeverOurs(String body) {
    assertProblem(400, service.send(patch(newcomer(), body)));
  }

  @Test
  void allMistakesAreToldAtOnce() {
    HttpResponse<String> answer =
        service.send(
            patch(newcomer(), "{\"name\":\"\",\"locale\":\"?\",\"homeCurrency\":\"?\",\"x\":1}"));

    assertThat(parsed(answer).path("code").asString()).isEqualTo("unknown_field");
    assertThat(parsed(answer).path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/name", "/locale", "/homeCurrency", "/x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{}",
        "400|{\"platform\":\"windows\",\"pushToken\":\"a\"}",
        "400|{\"platform\":\"ios\",\"pushToken\":\"\"}",
        "400|{\"platform\":\"ios\",\"pushToken\":\"a b\"}",
        "400|{\"platform\":\"ios\",\"pushToken\":\"a\\n\"}",
        "400|{\"platform\":\"ios\",\"pushToken\":\"a\",\"more\":1}"
      })
  void badDevicesAreProblems(int status, String body) {
    assertProblem(
        status, service.send(json(service.as(newcomer(), "/users/me/devices/phone"), "PUT", body)));
  }

  @Test
  void whatIsOutsideTheContractIsRefusedInItsOrder() {
    UserId me = newcomer();

    assertProblem(401, service.send(service.asNobody("/users/me")));
    assertProblem(404, service.send(device(me, "no.dots", "ios")));
    assertProblem(404, service.send(device(me, "x".repeat(65), "ios")));
    assertProblem(405, service.send(json(service.as(me, "/users/me"), "PUT", "{}")));
    assertProblem(
        406, service.send(service.as(me, "/users/me").header("Accept", "application/xml")));
    assertProblem(415, service.send(patch(me, "{}").setHeader("Content-Type", "text/plain")));
    assertProblem(413, service.send(patch(me, "{\"name\":\"" + "x".repeat(70_000) + "\"}")));
  }

  @Test
  void itDescribesItselfAndIsReady() {
    HttpResponse<String> answer = service.send(service.asNobody("/openapi.json"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(parsed(answer).path("paths").propertyNames())
        .contains("/users/me", "/api/v1/users/me", "/users/me/devices/{deviceId}");
    assertThat(service.send(service.probe("/readyz")).statusCode()).isEqualTo(200);
  }

  private static void assertProblem(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(parsed(answer).path("status").asInt()).isEqualTo(status);
  }

  private HttpRequest.Builder patch(UserId user, String body) {
    return json(service.as(user, "/users/me"), "PATCH", body);
  }

  private HttpRequest.Builder device(UserId user, String id, String platform) {
    return json(service.as(user, "/users/me/devices/" + id), "PUT", newDevice(platform));
  }

  private static String newDevice(String platform) {
    return "{\"platform\":\"%s\",\"pushToken\":\"%s\"}".formatted(platform, UUID.randomUUID());
  }

  private JsonNode devicesOf(UserId user) {
    Answer answer = send("video-worker", Call.get("/internal/users/{}/devices", user));
    assertThat(answer.status()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.text()).path("items");
  }

  private UserId newcomer() {
    return id(register(person()));
  }

  private static String person() {
    return UUID.randomUUID().toString();
  }

  private Answer register(String person) {
    return send(
        "auth",
        Call.post("/internal/users")
            .json(
                Map.of(
                    "provider",
                    "google",
                    "providerId",
                    person,
                    "email",
                    person + "@example.com",
                    "name",
                    "지민 Kim")));
  }

  private Answer send(String sibling, Call call) {
    return service
        .calledBy(sibling)
        .send(call, Deadline.in(Duration.ofSeconds(10), InstantSource.system()));
  }

  private static UserId id(Answer registered) {
    String id = JsonMapper.shared().readTree(registered.text()).path("id").asString();
    return UserId.parse(id).orElseThrow();
  }

  private static JsonNode parsed(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
