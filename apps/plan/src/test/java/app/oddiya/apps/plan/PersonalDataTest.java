package app.oddiya.apps.plan;

import static app.oddiya.apps.plan.Wishes.WISH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.shared.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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

  private final AtomicLong lastUser = new AtomicLong(5_000);
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
    String gone = generated(minji);
    String kept = generated(haru);

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
    String gone = generated(minji);
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
    String plan = generated(minji);

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
    String older = generated(minji);
    String newer = generated(minji);
    generated(newcomer());

    JsonNode plans = JsonMapper.shared().readTree(entry(exported("user", minji)));

    assertThat(plans).hasSize(2);
    assertThat(plans.get(0)).isEqualTo(read(minji, newer));
    assertThat(plans.get(1)).isEqualTo(read(minji, older));
  }

  @Test
  void theExportOfNobodyIsAnEmptyList() throws IOException {
    assertThat(entry(exported("user", newcomer()))).isEqualTo("[]");
  }

  private static String entry(Answer answer) throws IOException {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/zip");
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("plans.json");
      String text = new String(zip.readAllBytes(), UTF_8);
      assertThat(zip.getNextEntry()).isNull();
      return text;
    }
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

  private String generated(UserId user) {
    HttpResponse<String> answer = service.send(service.generate(user, WISH));
    assertThat(answer.statusCode()).isEqualTo(201);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private UserId newcomer() {
    return new UserId(lastUser.incrementAndGet());
  }

  private static void assertDeleted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("invalid_token");
    assertThat(answer.body()).contains("\"code\":\"account_deleted\"");
  }
}
