package app.oddiya.apps.plan;

import static app.oddiya.apps.plan.RunningPlan.newcomer;
import static app.oddiya.apps.plan.Wishes.WISH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.shared.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the user service asks for, on PostgreSQL: everything, and then nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private RunningPlan service;

  @BeforeAll
  void start() {
    service = RunningPlan.on(POSTGRES);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void nothingIsLeftOfAForgottenUserAndAnothersPlansStay() {
    UserId minji = newcomer();
    UserId haru = newcomer();
    String gone = service.generated(minji);
    String kept = service.generated(haru);

    assertThat(forget("user", minji).status()).isEqualTo(204);
    assertThat(forget("user", minji).status()).isEqualTo(204);

    assertThat(service.send(service.as(minji, gone)).statusCode()).isEqualTo(404);
    HttpResponse<String> list = service.send(service.as(minji, "/api/v1/plans"));
    assertThat(list.body()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
    assertThat(service.send(service.as(haru, kept)).statusCode()).isEqualTo(200);
  }

  @Test
  void aForgottenUserWritesNothing() {
    UserId minji = newcomer();
    String gone = service.generated(minji);
    forget("user", minji);

    assertDeleted(service.send(service.generate(minji, WISH)));
    assertDeleted(
        service.send(
            service.generate(minji, WISH).header("Idempotency-Key", UUID.randomUUID().toString())));
    assertDeleted(
        service.send(service.generate(minji, WISH).header("Accept", "text/event-stream")));
    assertDeleted(service.send(service.generate(minji, "{}")));
    assertDeleted(service.send(service.as(minji, gone).DELETE()));
    assertDeleted(service.send(service.as(minji, gone).header("If-Match", "*").DELETE()));
  }

  @Test
  void onlyTheUserServiceMayAsk() {
    UserId minji = newcomer();
    String plan = service.generated(minji);

    assertThat(forget("video", minji).status()).isEqualTo(403);
    assertThat(exported("video", minji).status()).isEqualTo(403);
    for (String path : new String[] {"/internal/users/1", "/internal/users/1/export"}) {
      HttpRequest.Builder asUser = service.as(minji, path).method(method(path), noBody());
      assertThat(service.send(asUser).statusCode()).isEqualTo(401);
    }
    assertThat(service.send(service.as(minji, plan)).statusCode()).isEqualTo(200);
  }

  @Test
  void allPlansOfAUserAreExported() throws IOException {
    UserId minji = newcomer();
    String older = service.generated(minji);
    String newer = service.generated(minji);
    service.generated(newcomer());

    Answer exported = exported("user", minji);
    JsonNode plans = JsonMapper.shared().readTree(entry(exported, "plans.json"));

    assertThat(plans).hasSize(2);
    assertThat(plans.get(0)).isEqualTo(read(minji, newer));
    assertThat(plans.get(1)).isEqualTo(read(minji, older));
  }

  @Test
  void everythingThatWasProposedIsExported() throws IOException {
    UserId minji = newcomer();
    String first = service.generated(minji);
    service.generated(minji);
    String third = service.generated(minji);
    JsonNode ofFirst = revised(minji, first);
    JsonNode older = revised(minji, third);
    JsonNode newer = revised(minji, third);
    revised(newcomer(), service.generated(newcomer()));

    JsonNode revisions =
        JsonMapper.shared().readTree(entry(exported("user", minji), "revisions.json"));

    assertThat(revisions).hasSize(3);
    assertThat(revisions.get(0).path("revisionId")).isEqualTo(newer.path("revisionId"));
    assertThat(revisions.get(1).path("proposal")).isEqualTo(older.path("proposal"));
    assertThat(revisions.get(2).path("revisionId")).isEqualTo(ofFirst.path("revisionId"));
    assertThat(first).endsWith("/" + revisions.get(2).path("planId").asString());
  }

  @Test
  void nothingIsLeftOfWhatWasProposed() {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    String revision = plan + "/revisions/" + revised(minji, plan).path("revisionId").asString();

    forget("user", minji);

    assertThat(service.send(service.as(minji, plan + "/revisions")).statusCode()).isEqualTo(404);
    assertThat(service.send(service.as(minji, revision)).statusCode()).isEqualTo(404);
    assertDeleted(send(minji, "POST", plan + "/revise", "{\"instruction\":\"x\"}"));
    assertDeleted(send(minji, "POST", revision + "/accept", ""));
    assertDeleted(send(minji, "POST", plan + "/verify", ""));
    assertDeleted(send(minji, "PATCH", plan, "{\"title\":\"x\"}"));
    assertDeleted(send(minji, "PUT", plan + "/days/1/stops", "{\"stops\":[]}"));
    assertDeleted(
        send(
            minji,
            "POST",
            "/api/v1/plans",
            """
            {"title":"x","destination":{"name":"Busan"},
             "startDate":"2027-04-10","endDate":"2027-04-10"}
            """));
  }

  private JsonNode revised(UserId user, String plan) {
    HttpResponse<String> answer = send(user, "POST", plan + "/revise", "{\"instruction\":\"x\"}");
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpResponse<String> send(UserId user, String method, String path, String body) {
    return service.send(
        service
            .as(user, path)
            .header("Content-Type", "application/json")
            .header("If-Match", "*")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void theExportOfNobodyIsEmptyLists() throws IOException {
    Answer exported = exported("user", newcomer());

    assertThat(entry(exported, "plans.json")).isEqualTo("[]");
    assertThat(entry(exported, "revisions.json")).isEqualTo("[]");
    assertThat(entry(exported, "shares.json")).isEqualTo("[]");
  }

  @Test
  void whenPlansWereSharedIsExportedAndTheLinksAreNot() throws IOException {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    service.generated(minji);
    HttpResponse<String> shared = service.send(service.as(minji, plan + "/share").POST(noBody()));
    assertThat(shared.statusCode()).isEqualTo(201);

    JsonNode shares = JsonMapper.shared().readTree(entry(exported("user", minji), "shares.json"));

    assertThat(shares).hasSize(1);
    assertThat(shares.get(0).propertyNames()).containsExactly("planId", "madeAt");
    assertThat(plan).endsWith("/" + shares.get(0).path("planId").asString());
    assertThat(shares.get(0).path("madeAt")).hasSize(1);
  }

  @Test
  void aLinkOfAForgottenUserIsClosedAndNoneIsMade() {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    HttpResponse<String> shared = service.send(service.as(minji, plan + "/share").POST(noBody()));
    String link =
        URI.create(JsonMapper.shared().readTree(shared.body()).path("url").asString()).getPath();

    forget("user", minji);

    assertThat(service.send(service.asNobody(link)).statusCode()).isEqualTo(404);
    assertDeleted(service.send(service.as(minji, plan + "/share").POST(noBody())));
  }

  /// One of the entries, which are three.
  private static String entry(Answer answer, String name) throws IOException {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/zip");
    Map<String, String> entries = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    assertThat(entries).containsOnlyKeys("plans.json", "revisions.json", "shares.json");
    return Objects.requireNonNull(entries.get(name));
  }

  private static String method(String path) {
    return path.endsWith("/export") ? "GET" : "DELETE";
  }

  private static HttpRequest.BodyPublisher noBody() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private Answer forget(String caller, UserId user) {
    return service.calledBy(
        caller, user, Optional.empty(), Call.delete("/internal/users/{}", user));
  }

  private Answer exported(String caller, UserId user) {
    Call call = Call.get("/internal/users/{}/export", user).header("Accept", "application/zip");
    return service.calledBy(caller, user, Optional.empty(), call);
  }

  private JsonNode read(UserId user, String location) {
    return JsonMapper.shared().readTree(service.send(service.as(user, location)).body());
  }

  private static void assertDeleted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("invalid_token");
    assertThat(answer.body()).contains("\"code\":\"account_deleted\"");
  }
}
