package app.oddiya.apps.user;

import static app.oddiya.apps.user.RunningUser.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.apps.stores.junit.SnsExtension;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import com.nimbusds.jose.JOSEException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// An account taken along, and given up, on real stores and beside siblings that fail.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final SnsExtension SNS = new SnsExtension();

  private static final String[] KEEPERS = {"auth", "plan", "video"};

  private KeepersStandIn keepers;
  private RunningUser service;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, JOSEException {
    keepers = new KeepersStandIn();
    service = RunningUser.start(POSTGRES, SNS, keepers.url(), folder);
  }

  @AfterEach
  void recover() {
    for (String keeper : KEEPERS) {
      keepers.set(keeper, KeepersStandIn.Mood.WELL);
    }
  }

  @AfterAll
  void stop() {
    service.close();
    keepers.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/me", "/api/v1/users/me"})
  void whoGivesUpTheAccountIsForgottenEverywhere(String path) throws Exception {
    UserId me = newcomer(UUID.randomUUID().toString());
    String endpoint = device(me, "phone");

    HttpResponse<String> answer = service.send(service.as(me, path).DELETE());

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
    await(() -> isForgottenEverywhere(me));
    await(() -> count("deletions", me) == 0);
    assertThat(count("tombstones", me)).isOne();
    assertThat(enabled(endpoint)).isFalse();
  }

  @Test
  void readsFindNothingAndWritesAreRefused() {
    UserId me = newcomer(UUID.randomUUID().toString());
    device(me, "phone");
    service.send(service.as(me, "/users/me").DELETE());

    assertThat(service.send(service.as(me, "/users/me")).statusCode()).isEqualTo(404);
    assertThat(service.send(service.as(me, "/users/me/export")).statusCode()).isEqualTo(404);
    assertThat(devices(me)).isEqualTo("{\"items\":[]}");
    assertDeleted(service.send(service.as(me, "/users/me").DELETE()));
    assertDeleted(service.send(json(service.as(me, "/users/me"), "PATCH", "{}")));
    assertDeleted(service.send(json(service.as(me, "/users/me"), "PATCH", "{\"x\":1}")));
    assertDeleted(service.send(registration(me, "tablet")));
    assertDeleted(service.send(service.as(me, "/users/me/devices/phone").DELETE()));
  }

  @Test
  void whoComesBackIsSomebodyNew() {
    String person = UUID.randomUUID().toString();
    UserId before = newcomer(person);
    service.send(service.as(before, "/users/me").DELETE());

    UserId after = newcomer(person);

    assertThat(after).isNotEqualTo(before);
    assertThat(service.send(service.as(after, "/users/me")).statusCode()).isEqualTo(200);
    assertThat(service.send(service.as(before, "/users/me")).statusCode()).isEqualTo(404);
  }

  @Test
  void somebodyWithoutAnAccountHasNoneToGiveUp() {
    UserId nobody = new UserId(999_999_999_998L);

    assertThat(service.send(service.as(nobody, "/users/me").DELETE()).statusCode()).isEqualTo(404);
  }

  /// Whichever of them does not answer, the others are reached, and it is when another process
  /// takes over.
  @ParameterizedTest
  @ValueSource(strings = {"auth", "plan", "video"})
  void aDeletionOutlivesTheProcessThatPromisedIt(String down) throws Exception {
    keepers.set(down, KeepersStandIn.Mood.DOWN);
    UserId me = newcomer(UUID.randomUUID().toString());
    String endpoint = device(me, "phone");
    assertThat(service.send(service.as(me, "/users/me").DELETE()).statusCode()).isEqualTo(202);
    for (String keeper : KEEPERS) {
      await(() -> keepers.forgot(keeper, me) || keeper.equals(down));
    }
    await(() -> !enabled(endpoint));
    assertThat(count("deletions", me)).isOne();

    service.restart();
    assertThat(keepers.forgot(down, me)).isFalse();
    keepers.set(down, KeepersStandIn.Mood.WELL);

    await(() -> keepers.forgot(down, me));
    await(() -> count("deletions", me) == 0);
  }

  @Test
  void twoProcessesDoNotGetInEachOthersWay() throws Exception {
    for (String keeper : KEEPERS) {
      keepers.set(keeper, KeepersStandIn.Mood.DOWN);
    }
    UserId me = newcomer(UUID.randomUUID().toString());
    service.send(service.as(me, "/users/me").DELETE());
    for (String keeper : KEEPERS) {
      keepers.set(keeper, KeepersStandIn.Mood.WELL);
    }

    RunningService second = service.another();
    try {
      await(() -> isForgottenEverywhere(me));
      await(() -> count("deletions", me) == 0);
    } finally {
      second.stop();
    }
  }

  @Test
  void whatWaitsIsMeasured() throws Exception {
    keepers.set("auth", KeepersStandIn.Mood.DOWN);
    UserId me = newcomer(UUID.randomUUID().toString());
    service.send(service.as(me, "/users/me").DELETE());

    await(
        () -> service.send(service.probe("/metrics")).body().contains("account_deletions_open 1"));
    assertThat(service.send(service.probe("/metrics")).body())
        .contains("account_deletions_oldest_seconds");
    keepers.set("auth", KeepersStandIn.Mood.WELL);
    await(
        () -> service.send(service.probe("/metrics")).body().contains("account_deletions_open 0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/me/export", "/api/v1/users/me/export"})
  void everythingHeldIsTakenAlong(String path) throws Exception {
    UserId me = newcomer(UUID.randomUUID().toString());
    device(me, "phone");

    HttpResponse<byte[]> answer = service.send(service.as(me, path), BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"oddiya-export.zip\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    Map<String, String> entries = entries(answer.body());
    assertThat(entries.keySet())
        .containsExactly(
            "README.txt",
            "profile.json",
            "devices.json",
            "sessions/auth.json",
            "plans/plan.json",
            "videos/video.json");
    assertThat(entries.get("profile.json"))
        .isEqualTo(service.send(service.as(me, "/users/me")).body());
    assertThat(entries.get("devices.json"))
        .isEqualTo("{\"items\":[{\"deviceId\":\"phone\",\"platform\":\"ios\"}]}");
    assertThat(entries.get("plans/plan.json")).isEqualTo("\"plan of " + me + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth", "plan", "video"})
  void withoutOneOfThemNothingIsHandedOut(String down) {
    keepers.set(down, KeepersStandIn.Mood.DOWN);

    HttpResponse<String> answer =
        service.send(service.as(newcomer(UUID.randomUUID().toString()), "/users/me/export"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({"auth,BREAKING", "video,BREAKING", "plan,CUT_SHORT", "video,CUT_SHORT"})
  void whatBreaksInTheMiddleDoesNotLookWhole(String keeper, KeepersStandIn.Mood mood) {
    keepers.set(keeper, mood);
    UserId me = newcomer(UUID.randomUUID().toString());

    assertThatThrownBy(
            () -> service.send(service.as(me, "/users/me/export"), BodyHandlers.ofByteArray()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void ofManyWhoGiveUpOneAccountOneDoes() {
    UserId me = newcomer(UUID.randomUUID().toString());

    var answers =
        Together.run(8, () -> service.send(service.as(me, "/users/me").DELETE()).statusCode());

    assertThat(answers).filteredOn(status -> status == 202).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 401).hasSize(7);
  }

  private boolean isForgottenEverywhere(UserId user) {
    for (String keeper : KEEPERS) {
      if (!keepers.forgot(keeper, user)) {
        return false;
      }
    }
    return true;
  }

  private UserId newcomer(String person) {
    Map<String, String> body =
        Map.of("provider", "google", "providerId", person, "name", "지민", "email", "a@example.com");
    Answer answer = service.calledBy("auth").send(Call.post("/internal/users").json(body), soon());
    return UserId.parse(JsonMapper.shared().readTree(answer.text()).path("id").asString())
        .orElseThrow();
  }

  private HttpRequest.Builder registration(UserId user, String id) {
    String token = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    return json(
        service.as(user, "/users/me/devices/" + id),
        "PUT",
        "{\"platform\":\"ios\",\"pushToken\":\"" + token + "\"}");
  }

  /// @return the ARN of its endpoint
  private String device(UserId user, String id) {
    assertThat(service.send(registration(user, id)).statusCode()).isEqualTo(204);
    return JsonMapper.shared()
        .readTree(devices(user))
        .path("items")
        .path(0)
        .path("endpointArn")
        .asString();
  }

  private String devices(UserId user) {
    return service
        .calledBy("video-worker")
        .send(Call.get("/internal/users/{}/devices", user), soon())
        .text();
  }

  /// Whether the push service takes pushes for an endpoint.
  private boolean enabled(String endpoint) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(SNS.endpoint())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "Action=GetEndpointAttributes&Version=2010-03-31&EndpointArn="
                        + URLEncoder.encode(endpoint, UTF_8)));
    return service.send(request, BodyHandlers.ofString()).statusCode() == 200;
  }

  private static int count(String table, UserId user) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                POSTGRES.jdbcUrl(),
                POSTGRES.user("user_service"),
                POSTGRES.password("user_service"));
        var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from user_service." + table + " where user_id = " + user)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Map<String, String> entries(byte[] bytes) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
        entry = zip.getNextEntry();
      }
    }
    return entries;
  }

  private static void assertDeleted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"account_deleted\"");
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
    }
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
  }
}
