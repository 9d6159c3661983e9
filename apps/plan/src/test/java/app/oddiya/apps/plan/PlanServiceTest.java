package app.oddiya.apps.plan;

import static app.oddiya.apps.plan.Answers.assertProblem;
import static app.oddiya.apps.plan.Answers.parsed;
import static app.oddiya.apps.plan.RunningPlan.newcomer;
import static app.oddiya.apps.plan.Wishes.WISH;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The plan service over HTTP, on PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanServiceTest {

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
  void aGeneratedPlanIsThereToBeRead() {
    UserId minji = newcomer();

    HttpResponse<String> generated = service.send(service.generate(minji, WISH));

    assertThat(generated.statusCode()).isEqualTo(201);
    String location = generated.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> read = service.send(service.as(minji, location));
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(generated.body());
    assertThat(read.headers().firstValue("ETag"))
        .isPresent()
        .isEqualTo(generated.headers().firstValue("ETag"));
  }

  @Test
  void aPlanHasWhatTheContractPromises() {
    JsonNode plan = parsed(service.send(service.generate(newcomer(), WISH)));

    assertThat(plan.propertyNames())
        .containsExactly(
            "id",
            "createdAt",
            "updatedAt",
            "title",
            "language",
            "request",
            "destination",
            "startDate",
            "endDate",
            "source",
            "days",
            "totals",
            "certificate");
    assertThat(plan.path("request")).isEqualTo(JsonMapper.shared().readTree(WISH));
    assertThat(plan.path("source").asString()).isEqualTo("optimizer");
    JsonNode day = plan.path("days").path(0);
    assertThat(day.propertyNames())
        .containsExactly("date", "weather", "stops", "freeHours", "legToLodging");
    JsonNode first = day.path("stops").path(0);
    assertThat(first.propertyNames())
        .containsExactly(
            "id",
            "placeId",
            "source",
            "name",
            "localName",
            "category",
            "position",
            "address",
            "arrive",
            "depart",
            "activity",
            "locked",
            "cost",
            "legFromPrevious",
            "checks");
    assertThat(first.path("legFromPrevious").isNull()).isTrue();
    assertThat(first.path("arrive").asString()).isEqualTo("09:30");
    assertThat(first.path("cost"))
        .isEqualTo(JsonMapper.shared().readTree("{\"amount\":\"7000\",\"currency\":\"KRW\"}"));
    assertThat(first.path("checks").path("open").propertyNames())
        .containsExactly("verdict", "reason");
    JsonNode second = day.path("stops").path(1);
    assertThat(second.has("cost")).isFalse();
    assertThat(second.path("legFromPrevious").propertyNames())
        .containsExactly("mode", "minutes", "meters", "estimated");
    assertThat(plan.path("days").path(1).path("weather"))
        .isEqualTo(JsonMapper.shared().readTree("{\"kind\":\"unknown\"}"));
    assertThat(plan.path("totals").path("inHomeCurrency").isNull()).isTrue();
    assertThat(plan.path("certificate").propertyNames())
        .containsExactly("verdict", "checkedAt", "findings", "sources");
    assertThat(plan.path("certificate").path("findings").path(0).path("stopId").asString())
        .isEqualTo(second.path("id").asString());
  }

  @Test
  void whatWasStreamedIsWhatIsRead() {
    UserId minji = newcomer();
    List<Events.Event> events;

    try (Events stream = Events.of(service, service.generate(minji, WISH))) {
      events = stream.rest();
    }

    assertThat(events)
        .extracting(Events.Event::name)
        .containsExactly("stage", "stage", "stop", "stop", "plan");
    assertThat(events.getFirst().data()).isEqualTo("{\"stage\":\"collecting\",\"count\":75}");
    JsonNode plan = JsonMapper.shared().readTree(events.getLast().data());
    String read =
        service.send(service.as(minji, "/api/v1/plans/" + plan.path("id").asString())).body();
    assertThat(read).isEqualTo(events.getLast().data());
    List<JsonNode> stops = new ArrayList<>();
    events.stream()
        .filter(event -> event.name().equals("stop"))
        .map(event -> JsonMapper.shared().readTree(event.data()))
        .forEach(
            stop -> {
              assertThat(stop.propertyNames()).containsExactly("date", "stop");
              assertThat(stop.path("date").asString()).isEqualTo("2027-04-10");
              stops.add(stop.path("stop"));
            });
    assertThat(plan.path("days").path(0).path("stops")).containsExactlyElementsOf(stops);
  }

  @Test
  void manyRepeatsAtOnceStoreOnePlan() {
    UserId minji = newcomer();
    String key = UUID.randomUUID().toString();

    List<String> answers =
        Together.run(
            30,
            () -> {
              HttpResponse<String> answer =
                  service.send(service.generate(minji, WISH).header("Idempotency-Key", key));
              assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
              return answer.body();
            });

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(items(minji, "")).hasSize(1);
  }

  @Test
  void plansAreListedNewestFirstAPageAtATime() {
    UserId minji = newcomer();
    List<String> generated = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      JsonNode plan = parsed(service.send(service.generate(minji, WISH)));
      generated.addFirst(plan.path("id").asString());
    }

    List<String> listed = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      String query = "?limit=2" + cursor.map(it -> "&cursor=" + it).orElse("");
      JsonNode page = parsed(service.send(service.as(minji, "/api/v1/plans" + query)));
      page.path("items").forEach(item -> listed.add(item.path("id").asString()));
      cursor =
          Optional.of(page.path("nextCursor")).filter(JsonNode::isString).map(JsonNode::asString);
    } while (cursor.isPresent());

    assertThat(listed).containsExactlyElementsOf(generated);
    assertThat(items(minji, "").path(0).propertyNames())
        .containsExactly(
            "id",
            "title",
            "destination",
            "startDate",
            "endDate",
            "source",
            "verdict",
            "createdAt",
            "updatedAt");
  }

  @Test
  void aPlanIsDeletedByWhoeverHasSeenIt() {
    UserId minji = newcomer();
    String path = service.generated(minji);

    assertProblem(428, delete(minji, path, Optional.empty()));
    assertProblem(412, delete(minji, path, Optional.of("\"2\"")));
    assertProblem(412, delete(minji, path, Optional.of("W/\"1\"")));
    assertThat(delete(minji, path, Optional.of("\"7\", \"1\"")).statusCode()).isEqualTo(204);
    assertProblem(404, delete(minji, path, Optional.of("\"1\"")));
    assertProblem(404, service.send(service.as(minji, path)));
    assertThat(delete(minji, service.generated(minji), Optional.of("*")).statusCode())
        .isEqualTo(204);
    assertThat(items(minji, "")).isEmpty();
  }

  @Test
  void anothersPlanIsAsAbsentAsNone() {
    UserId minji = newcomer();
    UserId haru = newcomer();
    String path = service.generated(minji);

    assertProblem(404, service.send(service.as(haru, path)));
    assertProblem(404, delete(haru, path, Optional.of("*")));
    assertProblem(404, delete(haru, path, Optional.empty()));
    assertThat(items(haru, "")).isEmpty();
    assertThat(service.send(service.as(minji, path)).statusCode()).isEqualTo(200);
  }

  @Test
  void theVideoServiceReadsAPlanOfTheUserItActsFor() {
    UserId minji = newcomer();
    UserId haru = newcomer();
    String path = service.generated(minji);
    Call call = Call.get(path.replace("/api/v1", "/internal"));
    Optional<String> token = Optional.of(RunningPlan.accessToken(minji));

    Answer answer = service.calledBy("video", minji, token, call);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo(service.send(service.as(minji, path)).body());

    assertThat(service.calledBy("user", minji, token, call).status()).isEqualTo(403);
    assertThat(service.calledBy("video", haru, token, call).status()).isEqualTo(401);
    assertThat(service.calledBy("video", minji, Optional.empty(), call).status()).isEqualTo(401);
    Optional<String> tokenOfHaru = Optional.of(RunningPlan.accessToken(haru));
    assertThat(service.calledBy("video", haru, tokenOfHaru, call).status()).isEqualTo(404);
    assertProblem(401, service.send(service.as(minji, path.replace("/api/v1", "/internal"))));
  }

  @Test
  void everyRouteOfAUserAsksForAToken() {
    Set<String> paths = Set.of("/api/v1/plans", "/api/v1/plans/1");
    for (String path : paths) {
      HttpResponse<String> answer = service.send(service.asNobody(path));
      assertProblem(401, answer);
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    }
    assertProblem(
        401,
        service.send(
            service
                .asNobody("/api/v1/plans/generate")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(WISH))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{}",
        "{\"destination\":{\"name\":\"Busan\",\"name\":\"Seoul\"}}",
        "{\"destination\":{\"name\":\"\\u0000\"}}",
        "{\"destination\":{\"name\":\"\\ud800\"}}",
        "{\"destination\":{\"position\":{\"lat\":1e999,\"lng\":0},\"radiusKm\":-1}}",
        "{\"startDate\":\"9999999-01-01\",\"endDate\":\"today\"}",
        "{\"party\":{\"adults\":99999999999999999999,\"children\":0.5}}",
        "{\"mustVisit\":[[[[[[[[[[]]]]]]]]]]}",
      })
  void badWishesAreProblemsAndNeverOurs(String body) {
    assertProblem(400, service.send(service.generate(newcomer(), body)));
  }

  @ParameterizedTest
  @CsvSource({
    "balanced,hasty",
    "2027-04-10,2027-04-12",
    "2027-04-11,2027-04-24",
    "'\"adults\":2','\"adults\":0'",
    "'\"language\":\"en\"','\"language\":\"en\",\"more\":1'",
    "'\"avoid\":[]','\"avoid\":null'",
    "'\"avoid\":[]','\"budget\":{\"amount\":120000,\"currency\":\"KRW\"}'",
    "'\"avoid\":[]','\"budget\":{\"amount\":\"1e3\",\"currency\":\"KRW\"}'"
  })
  void aWishThatIsWrongInOnePlaceIsRefused(String right, String wrong) {
    HttpResponse<String> answer =
        service.send(service.generate(newcomer(), WISH.replace(right, wrong)));

    assertProblem(400, answer);
    assertThat(parsed(answer).path("errors")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "1899-12-31", "9999-12-31"})
  void anyDayOfTheCalendarCanBeAskedForAndKept(String day) {
    UserId minji = newcomer();
    String wish = WISH.replace("2027-04-10", day).replace("2027-04-11", day);

    HttpResponse<String> generated = service.send(service.generate(minji, wish));

    assertThat(generated.statusCode()).isEqualTo(201);
    String location = generated.headers().firstValue("Location").orElseThrow();
    assertThat(service.send(service.as(minji, location)).body()).isEqualTo(generated.body());
    assertThat(items(minji, "").path(0).path("startDate").asString()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "400,/api/v1/plans?limit=0",
    "400,/api/v1/plans?limit=101",
    "400,/api/v1/plans?limit=ten",
    "404,/api/v1/plans/0",
    "404,/api/v1/plans/1.5",
    "404,/api/v1/plans/99999999999999999999",
    "400,/api/v1/plans/%00",
    "404,/api/v1/plan",
    "405,/api/v1/plans/generate"
  })
  void badReadsAreProblems(int status, String path) {
    assertProblem(status, service.send(service.as(newcomer(), path)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1-x", "9999999999999999999-1", "1-99999999999999999999"})
  void aCursorThatWeDidNotGiveLeadsNowhere(String cursor) {
    UserId minji = newcomer();
    service.generated(minji);

    assertThat(items(minji, "?cursor=" + cursor)).isEmpty();
  }

  private HttpResponse<String> delete(UserId user, String path, Optional<String> ifMatch) {
    HttpRequest.Builder request = service.as(user, path).DELETE();
    ifMatch.ifPresent(tag -> request.header("If-Match", tag));
    return service.send(request);
  }

  private JsonNode items(UserId user, String query) {
    HttpResponse<String> answer = service.send(service.as(user, "/api/v1/plans" + query));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return parsed(answer).path("items");
  }
}
