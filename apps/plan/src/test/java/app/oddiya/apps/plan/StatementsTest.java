package app.oddiya.apps.plan;

import static app.oddiya.apps.plan.Answers.parsed;
import static app.oddiya.apps.plan.Wishes.WISH;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.shared.UserId;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How many statements a request costs: one to read, two to write.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final UserId MINJI = new UserId(40_001);

  private final Counted store = new Counted();
  private RunningPlan service;

  @BeforeAll
  void start() {
    service = RunningPlan.on(POSTGRES, Agents.knowing(), store);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void readingIsOneQuestion() {
    String plan = service.generated(MINJI);
    String revision =
        plan
            + "/revisions/"
            + parsed(send("POST", plan + "/revise", "{\"instruction\":\"x\"}"))
                .path("revisionId")
                .asString();

    assertThat(cost("GET", plan, "")).isEqualTo(1);
    assertThat(cost("GET", "/api/v1/plans", "")).isEqualTo(1);
    assertThat(cost("GET", plan + "/revisions", "")).isEqualTo(1);
    assertThat(cost("GET", revision, "")).isEqualTo(1);
    assertThat(cost("POST", revision + "/accept", "")).isEqualTo(2);
    assertThat(cost("GET", plan + ".ics", "")).isEqualTo(1);
  }

  @Test
  void aSharedPlanIsReadByOneQuestion() {
    String plan = service.generated(MINJI);

    assertThat(cost("POST", plan + "/share", "")).isEqualTo(2);
    String url = parsed(send("POST", plan + "/share", "")).path("url").asString();
    assertThat(cost("GET", URI.create(url).getPath(), "")).isEqualTo(1);
    assertThat(cost("DELETE", plan + "/share", "")).isEqualTo(2);
  }

  @Test
  void writingIsTwoStatements() {
    String plan = service.generated(MINJI);
    String stop = "{\"placeId\":\"memory:museum\"}";
    assertThat(cost("GET", "/api/v1/places?near=35.1796,129.0756", "")).isEqualTo(1);

    assertThat(cost("POST", "/api/v1/plans", byHand(stop))).isEqualTo(2);
    assertThat(cost("PATCH", plan, "{\"title\":\"x\"}")).isEqualTo(2);
    assertThat(cost("PATCH", plan, "{\"startDate\":\"2027-04-09\"}")).isEqualTo(2);
    assertThat(cost("POST", plan + "/verify", "")).isEqualTo(2);
    assertThat(cost("POST", plan + "/revise", "{\"instruction\":\"x\"}")).isEqualTo(2);
    assertThat(cost("PUT", plan + "/days/1/stops", "{\"stops\":[]}")).isEqualTo(2);
    assertThat(cost("PUT", plan + "/days/2/stops", "{\"stops\":[" + stop + "]}")).isEqualTo(2);
    assertThat(cost("DELETE", plan, "")).isEqualTo(2);
  }

  /// The key is claimed, then the plan stored with it.
  @Test
  void generatingOnceIsTwoStatementsAndAskingAgainOneMoreThanToRead() {
    String key = UUID.randomUUID().toString();
    var once = service.generate(MINJI, WISH).header("Idempotency-Key", key);
    int _ = store.calls();

    assertThat(service.send(once).statusCode()).isEqualTo(201);
    assertThat(store.calls()).isEqualTo(2);
    assertThat(service.send(once).statusCode()).isEqualTo(201);
    assertThat(store.calls()).isEqualTo(2);
  }

  private static String byHand(String stop) {
    return """
    {"title":"x","destination":{"name":"Busan"},
     "startDate":"2027-04-10","endDate":"2027-04-10","days":[{"stops":[%s]}]}
    """
        .formatted(stop);
  }

  private int cost(String method, String path, String body) {
    int _ = store.calls();
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return store.calls();
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return service.send(
        service
            .as(MINJI, path)
            .header("Content-Type", "application/json")
            .header("If-Match", "*")
            .method(method, BodyPublishers.ofString(body)));
  }
}
