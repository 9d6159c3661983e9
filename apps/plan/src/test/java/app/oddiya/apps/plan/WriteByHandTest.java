package app.oddiya.apps.plan;

import static app.oddiya.apps.plan.Answers.assertProblem;
import static app.oddiya.apps.plan.Answers.complaints;
import static app.oddiya.apps.plan.Answers.parsed;
import static app.oddiya.apps.plan.Answers.tag;
import static app.oddiya.apps.plan.RunningPlan.newcomer;
import static app.oddiya.apps.plan.Wishes.BY_HAND;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.shared.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Plans written by hand, over HTTP, on PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WriteByHandTest {

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
  void aPlanWrittenByHandIsTimedAndChecked() {
    UserId minji = newcomer();

    HttpResponse<String> written = write(minji, BY_HAND);

    assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
    JsonNode plan = parsed(written);
    assertThat(plan.has("request")).isFalse();
    assertThat(plan.has("notes")).isFalse();
    assertThat(plan.path("title").asString()).isEqualTo("부산 ✈ weekend");
    assertThat(plan.path("source").asString()).isEqualTo("manual");
    assertThat(plan.path("language").asString()).isEqualTo("en");
    assertThat(plan.path("days")).hasSize(3);
    JsonNode stops = plan.path("days").path(0).path("stops");
    assertThat(stops.path(0).path("arrive").asString()).isEqualTo("10:15");
    assertThat(stops.path(0).path("depart").asString()).isEqualTo("11:45");
    assertThat(stops.path(1).path("arrive").asString()).isEqualTo("11:45");
    assertThat(stops.path(1).path("activity").asString()).isEqualTo("Feed the  pigeons.");
    String location = written.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> read = service.get(minji, location);
    assertThat(read.body()).isEqualTo(written.body());
    assertThat(tag(read)).isEqualTo(tag(written));
  }

  @Test
  void theLanguageOfAPlanIsSaidOrThatOfItsReader() {
    UserId minji = newcomer();
    String said = BY_HAND.replace("\"title\"", "\"language\":\"ja\",\"title\"");

    HttpResponse<String> heard =
        service.send(
            service
                .as(minji, "/api/v1/plans")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "ko-KR")
                .POST(BodyPublishers.ofString(BY_HAND)));

    assertThat(parsed(heard).path("language").asString()).isEqualTo("ko");
    assertThat(parsed(write(minji, said)).path("language").asString()).isEqualTo("ja");
  }

  @Test
  void everyPlaceThatNobodyKnowsIsTold() {
    HttpResponse<String> answer =
        write(
            newcomer(),
            BY_HAND.replace("memory:park", "memory:atlantis").replace("memory:museum", "kakao:12"));

    assertProblem(400, answer);
    assertThat(complaints(answer))
        .containsExactly("/days/0/stops/0/placeId not_found", "/days/0/stops/1/placeId not_found");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"부산 ✈ weekend\"',null,/title,null",
    "'부산 ✈ weekend','\u3000',/title,blank",
    "2027-04-12,2027-04-09,/endDate,out_of_range",
    "2027-04-12,2027-04-24,/endDate,out_of_range",
    "'{\"name\":\"Busan\"}','{\"name\":\" \"}',/destination/name,bad_format",
    "memory:park,park,/days/0/stops/1/placeId,bad_format",
    "10:15,25:00,/days/0/stops/0/arrive,bad_format",
    "90,4,/days/0/stops/0/minutes,out_of_range",
    "'\"minutes\"','\"hours\"',/days/0/stops/0/hours,unknown_field",
    "'Feed the  pigeons.','',/days/0/stops/1/activity,too_short"
  })
  void aPlanThatIsWrongInOnePlaceIsRefused(
      String right, String wrong, String pointer, String code) {
    HttpResponse<String> answer = write(newcomer(), BY_HAND.replace(right, wrong));

    assertProblem(400, answer);
    assertThat(complaints(answer)).containsExactly(pointer + " " + code);
  }

  @Test
  void aPlanMayHaveNoStopsAndNoMoreDaysThanItsDates() {
    UserId minji = newcomer();
    String bare = BY_HAND.replaceAll("(?s),\\s*\"days\".*", "}");
    String long4 =
        bare.replace("}\n", "")
            .replace("\"2027-04-12\"}", "\"2027-04-10\",\"days\":[{\"stops\":[]},{\"stops\":[]}]}");

    assertThat(write(minji, bare).statusCode()).isEqualTo(201);
    HttpResponse<String> tooMany = write(minji, long4);
    assertProblem(400, tooMany);
    assertThat(complaints(tooMany)).containsExactly("/days too_many");
  }

  private HttpResponse<String> write(UserId user, String body) {
    return service.post(user, "/api/v1/plans", body);
  }
}
