package app.oddiya.apps.plan;

import static app.oddiya.apps.plan.Answers.assertProblem;
import static app.oddiya.apps.plan.Answers.complaints;
import static app.oddiya.apps.plan.Answers.parsed;
import static app.oddiya.apps.plan.Answers.tag;
import static app.oddiya.apps.plan.RunningPlan.newcomer;
import static app.oddiya.apps.plan.Wishes.BY_HAND;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.planning.agent.Sketch.Visit;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Trips;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
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

/// Plans changed by hand and checked anew, over HTTP, on PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final Agents agents = Agents.knowing();
  private RunningPlan service;

  @BeforeAll
  void start() {
    service = RunningPlan.on(POSTGRES, agents);
    // Shown to somebody, and so held.
    service.get(newcomer(), "/api/v1/places?near=35.1796,129.0756");
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void titleAndNotesAreChangedAndRoundTripExactly() {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    String notes = "e\u0301 — 밤 🌃 \u202Eabc\t\n\"";

    HttpResponse<String> changed =
        service.patch(
            minji,
            plan,
            "\"1\"",
            JsonMapper.shared().writeValueAsString(Map.of("title", " a ", "notes", notes)));

    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(tag(changed)).isEqualTo("\"2\"");
    assertThat(parsed(changed).path("title").asString()).isEqualTo(" a ");
    assertThat(parsed(changed).path("notes").asString()).isEqualTo(notes);
    assertThat(service.get(minji, plan).body()).isEqualTo(changed.body());
    HttpResponse<String> cleared = service.patch(minji, plan, "\"2\"", "{\"notes\":null}");
    assertThat(parsed(cleared).has("notes")).isFalse();
    assertThat(parsed(cleared).path("title").asString()).isEqualTo(" a ");
    assertThat(parsed(cleared).path("days")).isEqualTo(parsed(changed).path("days"));
  }

  @Test
  void onOtherDatesTheDaysKeepTheirOrderAndTheStopsTheirTimes() {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    JsonNode before = parsed(service.get(minji, plan));

    HttpResponse<String> moved =
        service.patch(
            minji, plan, "\"1\"", "{\"startDate\":\"2027-05-01\",\"endDate\":\"2027-05-03\"}");

    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    JsonNode after = parsed(moved);
    assertThat(after.path("days").size()).isEqualTo(3);
    assertThat(after.path("days").path(0).path("date").asString()).isEqualTo("2027-05-01");
    assertThat(after.path("days").path(2).path("stops")).isEmpty();
    for (int i = 0; i < 2; i++) {
      JsonNode old = before.path("days").path(0).path("stops").path(i);
      JsonNode now = after.path("days").path(0).path("stops").path(i);
      assertThat(now.path("id")).isEqualTo(old.path("id"));
      assertThat(now.path("arrive")).isEqualTo(old.path("arrive"));
    }
    assertThat(after.path("request")).isEqualTo(before.path("request"));
    var asked = agents.checker().asked().getLast().sketch();
    assertThat(asked.wish().start()).hasToString("2027-05-01");
    assertThat(asked.days().getFirst().visits()).hasOnlyElementsOfType(Visit.Kept.class);
  }

  @Test
  void aDayWithStopsIsNotLost() {
    UserId minji = newcomer();
    String plan = written(minji, BY_HAND.replace("\"days\":[", "\"days\":[{\"stops\":[]},"));

    HttpResponse<String> lost = service.patch(minji, plan, "\"1\"", "{\"endDate\":\"2027-04-10\"}");
    assertProblem(400, lost);
    assertThat(complaints(lost)).containsExactly("/endDate days_not_empty");
    HttpResponse<String> kept = service.patch(minji, plan, "\"1\"", "{\"endDate\":\"2027-04-11\"}");
    assertThat(kept.statusCode()).isEqualTo(200);
    for (String dates : List.of("{\"startDate\":\"2027-04-12\"}", "{\"endDate\":\"2027-04-24\"}")) {
      HttpResponse<String> wrong = service.patch(minji, plan, "\"2\"", dates);
      assertProblem(400, wrong);
      assertThat(complaints(wrong)).containsExactly("/endDate out_of_range");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"title\":null}',/title null",
    "'{\"title\":\"\"}',/title too_short",
    "'{\"startDate\":null}',/startDate null",
    "'{\"destination\":{\"name\":\"Seoul\"}}',/destination unknown_field",
    "'{\"notes\":7}',/notes wrong_type"
  })
  void whatCannotBeChangedIsTold(String body, String complaint) {
    UserId minji = newcomer();

    HttpResponse<String> answer = service.patch(minji, service.generated(minji), "*", body);

    assertProblem(400, answer);
    assertThat(complaints(answer)).containsExactly(complaint);
  }

  @Test
  void notesHaveALimitThatIsCountedAfterNormalisation() {
    UserId minji = newcomer();
    String plan = service.generated(minji);

    String decomposed = "e\u0301".repeat(500);
    assertThat(service.patch(minji, plan, "*", "{\"notes\":\"" + decomposed + "\"}").statusCode())
        .isEqualTo(200);
    HttpResponse<String> tooLong =
        service.patch(minji, plan, "*", "{\"notes\":\"" + "가".repeat(501) + "\"}");
    assertProblem(400, tooLong);
    assertThat(complaints(tooLong)).containsExactly("/notes too_long");
  }

  @Test
  void whoeverHasNotSeenThePlanAsItIsChangesNothing() {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    String day = plan + "/days/1/stops";

    assertProblem(428, service.send(minji, "PATCH", plan, "{\"title\":\"x\"}"));
    assertProblem(412, service.patch(minji, plan, "\"2\"", "{\"title\":\"x\"}"));
    assertProblem(412, service.patch(minji, plan, "\"2\"", "{\"title\":null}"));
    assertProblem(428, service.send(minji, "PUT", day, "{\"stops\":[]}"));
    assertProblem(412, service.put(minji, day, "\"2\"", "{\"stops\":[]}"));
    assertProblem(412, service.put(minji, day, "\"2\"", "{}"));
    assertProblem(400, service.put(minji, day, "1", "{\"stops\":[]}"));
    assertThat(tag(service.get(minji, plan))).isEqualTo("\"1\"");
  }

  @Test
  void theStopsOfADayAreReplacedInTheOrderThatIsGiven() {
    UserId minji = newcomer();
    String plan = written(minji, BY_HAND);
    JsonNode stops = parsed(service.get(minji, plan)).path("days").path(0).path("stops");
    String museum = stops.path(0).path("id").asString();
    String park = stops.path(1).path("id").asString();

    HttpResponse<String> edited =
        service.put(
            minji,
            plan + "/days/1/stops",
            "\"1\"",
            """
            {"stops":[{"id":"%s","placeId":"memory:park"},
                      {"placeId":"memory:noodles","arrive":"12:30","minutes":45},
                      {"id":"%s","placeId":"memory:museum","locked":true}]}
            """
                .formatted(park, museum));

    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
    assertThat(tag(edited)).isEqualTo("\"2\"");
    assertThat(service.get(minji, plan).body()).isEqualTo(edited.body());
    JsonNode now = parsed(edited).path("days").path(0).path("stops");
    assertThat(now.path(0).path("id").asString()).isEqualTo(park);
    assertThat(now.path(0).path("arrive").asString()).isEqualTo("09:00");
    assertThat(now.path(0).path("activity").asString()).isEqualTo("Feed the  pigeons.");
    assertThat(now.path(1).path("arrive").asString()).isEqualTo("12:30");
    assertThat(now.path(1).path("depart").asString()).isEqualTo("13:15");
    // Locked, with nothing else said, it stays when it was.
    assertThat(now.path(2).path("id").asString()).isEqualTo(museum);
    assertThat(now.path(2).path("arrive").asString()).isEqualTo("10:15");
    assertThat(now.path(2).path("locked").asBoolean()).isTrue();
    assertThat(agents.checker().asked().getLast().held())
        .contains(Trips.restaurant("noodles", Agents.HERE), Trips.museum("museum", Agents.HERE));
  }

  @Test
  void theOtherDaysStayAsTheyAre() {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    JsonNode before = parsed(service.get(minji, plan));

    HttpResponse<String> edited =
        service.put(
            minji, plan + "/days/2/stops", "*", "{\"stops\":[{\"placeId\":\"memory:park\"}]}");

    assertThat(parsed(edited).path("days").path(0).path("stops"))
        .isEqualTo(before.path("days").path(0).path("stops"));
    assertThat(parsed(edited).path("days").path(1).path("stops")).hasSize(1);
  }

  @Test
  void whatIsWrongWithTheStopsOfADayIsToldAtOnce() {
    UserId minji = newcomer();
    String plan = written(minji, BY_HAND);
    String day = plan + "/days/1/stops";
    String id = parsed(service.get(minji, plan)).at("/days/0/stops/0/id").asString();
    String stop = "{\"id\":\"%s\",\"placeId\":\"memory:museum\"}".formatted(id);
    String foreign = stop.replace(id, "00000000-0000-0000-0000-000000000009");

    assertThat(
            complaints(
                service.put(
                    minji, day, "*", "{\"stops\":[%s,%s,%s]}".formatted(stop, stop, foreign))))
        .containsExactly("/stops/1/id not_unique", "/stops/2/id not_found");
    assertThat(
            complaints(
                service.put(minji, day, "*", "{\"stops\":[{\"placeId\":\"memory:atlantis\"}]}")))
        .containsExactly("/stops/0/placeId not_found");
    assertThat(complaints(service.put(minji, day, "*", "{\"stops\":[{\"locked\":1}]}")))
        .containsExactly("/stops/0/placeId required", "/stops/0/locked wrong_type");
    assertThat(complaints(service.put(minji, day, "*", "{}"))).containsExactly("/stops required");
    for (String none :
        List.of("/days/4/stops", "/days/0/stops", "/days/01/stops", "/days/100/stops")) {
      assertProblem(404, service.put(minji, plan + none, "*", "{\"stops\":[]}"));
    }
  }

  @Test
  void ofManyWhoEditOneVersionOneWins() {
    UserId minji = newcomer();
    String plan = service.generated(minji);

    List<Integer> answers =
        Together.run(
            8, () -> service.patch(minji, plan, "\"1\"", "{\"title\":\"x\"}").statusCode());

    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 412).hasSize(7);
  }

  @Test
  void aFreshCertificateIsStoredAndSaysWhatHasTurned() {
    UserId minji = newcomer();
    String plan = service.generated(minji);

    HttpResponse<String> verified = service.send(minji, "POST", plan + "/verify", "");

    assertThat(verified.statusCode()).as(verified.body()).isEqualTo(200);
    assertThat(tag(verified)).isEqualTo("\"2\"");
    JsonNode certificate = parsed(verified);
    assertThat(certificate.propertyNames())
        .containsExactly("verdict", "checkedAt", "findings", "sources", "changed");
    HttpResponse<String> read = service.get(minji, plan);
    assertThat(tag(read)).isEqualTo("\"2\"");
    assertThat(parsed(read).path("certificate").path("checkedAt"))
        .isEqualTo(certificate.path("checkedAt"));
    // The checker in memory has no findings about the budget any more.
    assertThat(certificate.path("changed").path(0))
        .isEqualTo(
            JsonMapper.shared()
                .readTree("{\"check\":\"budget\",\"before\":\"pass\",\"detail\":\"7,000\"}"));
  }

  @Test
  void anothersPlanIsNotThereWhateverIsSent() {
    UserId minji = newcomer();
    UserId haru = newcomer();
    String plan = service.generated(minji);

    assertProblem(404, service.send(haru, "PATCH", plan, "{"));
    assertProblem(404, service.patch(haru, plan, "*", "{\"title\":\"x\"}"));
    assertProblem(404, service.put(haru, plan + "/days/1/stops", "*", "{\"stops\":[]}"));
    assertProblem(404, service.send(haru, "POST", plan + "/verify", ""));
    assertThat(tag(service.get(minji, plan))).isEqualTo("\"1\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "{\"title\":\"\\u0000\"}", "{\"title\":\"\\ud800\"}"})
  void badBodiesAreProblemsAndNeverOurs(String body) {
    UserId minji = newcomer();
    String plan = service.generated(minji);

    assertProblem(400, write(minji, body));
    assertProblem(400, service.patch(minji, plan, "*", body));
    assertProblem(400, service.put(minji, plan + "/days/1/stops", "*", body));
  }

  private String written(UserId user, String body) {
    HttpResponse<String> answer = write(user, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> write(UserId user, String body) {
    return service.post(user, "/api/v1/plans", body);
  }
}
