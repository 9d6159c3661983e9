package app.oddiya.apps.plan;

import static app.oddiya.apps.plan.Answers.assertProblem;
import static app.oddiya.apps.plan.Answers.complaints;
import static app.oddiya.apps.plan.Answers.parsed;
import static app.oddiya.apps.plan.Answers.tag;
import static app.oddiya.apps.plan.RunningPlan.newcomer;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Trips;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Proposals over HTTP, on PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevisionTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final String ASK = "{\"instruction\":\"밤에는 쉬고 싶어요 😴\"}";

  private final AtomicReference<Function<Trip, Revising>> answers =
      new AtomicReference<>(RevisionTest::shorter);
  private final Agents agents = Agents.revising(trip -> answers.get().apply(trip));
  private RunningPlan service;

  @BeforeAll
  void start() {
    service = RunningPlan.on(POSTGRES, agents);
  }

  @BeforeEach
  void beFriendly() {
    answers.set(RevisionTest::shorter);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void aProposalChangesNothingUntilItIsAccepted() {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    HttpResponse<String> before = service.get(minji, plan);
    JsonNode gone = parsed(before).at("/days/0/stops/1");

    HttpResponse<String> proposed = service.post(minji, plan + "/revise", ASK);

    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(200);
    JsonNode revision = parsed(proposed);
    assertThat(revision.propertyNames())
        .containsExactly("revisionId", "instruction", "createdAt", "proposal", "diff");
    assertThat(revision.path("instruction").asString()).isEqualTo("밤에는 쉬고 싶어요 😴");
    assertThat(revision.at("/proposal/days/0/stops")).hasSize(1);
    assertThat(revision.path("diff")).hasSize(1);
    assertThat(revision.at("/diff/0/op").asString()).isEqualTo("remove");
    assertThat(revision.at("/diff/0/stopId")).isEqualTo(gone.path("id"));
    assertThat(revision.at("/diff/0/date").asString()).isEqualTo("2027-04-10");
    assertThat(revision.at("/diff/0/before")).isEqualTo(gone);
    assertThat(revision.at("/diff/0").has("after")).isFalse();
    assertThat(service.get(minji, plan).body()).isEqualTo(before.body());

    String path = plan + "/revisions/" + revision.path("revisionId").asString();
    HttpResponse<String> read = service.get(minji, path);
    assertThat(read.body()).isEqualTo(proposed.body());
    assertThat(tag(read)).isEqualTo(tag(proposed));

    HttpResponse<String> accepted = service.post(minji, path + "/accept", "");
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    assertThat(tag(accepted)).isEqualTo("\"2\"");
    assertThat(service.get(minji, plan).body()).isEqualTo(accepted.body());
    assertThat(parsed(accepted).path("days")).isEqualTo(revision.at("/proposal/days"));
    assertThat(service.get(minji, path).body()).isEqualTo(proposed.body());
  }

  @Test
  void aProposalIsAcceptedOnceAndOnlyForThePlanThatItWasMadeFor() {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    String first = proposed(minji, plan);
    String second = proposed(minji, plan);

    List<Integer> answers =
        Together.run(6, () -> service.post(minji, first + "/accept", "").statusCode());
    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 412).hasSize(5);
    assertProblem(412, "precondition_failed", service.post(minji, second + "/accept", ""));
    assertThat(tag(service.get(minji, plan))).isEqualTo("\"2\"");
  }

  @Test
  void proposalsAreListedNewestFirstAPageAtATime() {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(proposed(minji, plan));
    }

    List<String> listed = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = parsed(service.get(minji, plan + "/revisions?limit=2" + cursor));
      page.path("items")
          .forEach(item -> listed.add(plan + "/revisions/" + item.path("revisionId").asString()));
      JsonNode next = page.path("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());

    assertThat(listed).containsExactlyElementsOf(made);
    JsonNode item = parsed(service.get(minji, plan + "/revisions")).path("items").path(0);
    assertThat(item.propertyNames())
        .containsExactly("revisionId", "instruction", "createdAt", "diff");
    assertThat(parsed(service.get(minji, service.generated(minji) + "/revisions")).path("items"))
        .isEmpty();
  }

  @Test
  void lockedStopsAndWhatIsHeldAreToldToTheReviser() {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    String stop = parsed(service.get(minji, plan)).at("/days/0/stops/0/id").asString();

    service.post(
        minji, plan + "/revise", "{\"instruction\":\"x\",\"locked\":[\"%s\"]}".formatted(stop));

    var asked = agents.reviser().asked().getLast();
    assertThat(asked.traveller()).isEqualTo(minji);
    assertThat(asked.locked()).containsExactly(new StopId(UUID.fromString(stop)));
    assertThat(asked.held()).hasSize(2);
  }

  @Test
  void whatIsNotUnderstoodIsNeverAnUnchangedProposal() {
    UserId minji = newcomer();
    String plan = service.generated(minji);

    for (Function<Trip, Revising> answer :
        List.<Function<Trip, Revising>>of(
            _ -> new Revising.NotUnderstood(), Revising.Proposed::new)) {
      answers.set(answer);
      assertProblem(422, "not_understood", service.post(minji, plan + "/revise", ASK));
    }
    assertThat(parsed(service.get(minji, plan + "/revisions")).path("items")).isEmpty();
  }

  @Test
  void whatCannotBeIsExplained() {
    UserId minji = newcomer();
    String plan = service.generated(minji);
    answers.set(
        _ ->
            new Revising.Infeasible(
                List.of(
                    new Conflict(
                        Conflict.Kind.BUDGET_EXCEEDED, List.of("/budget"), "too expensive")),
                List.of(
                    new Relaxation("no budget", List.of(new Relaxation.Edit.Remove("/budget"))))));

    HttpResponse<String> answer = service.post(minji, plan + "/revise", ASK);

    assertProblem(422, "infeasible", answer);
    assertThat(parsed(answer).at("/conflicts/0/kind").asString()).isEqualTo("budget_exceeded");
    assertThat(parsed(answer).at("/relaxations/0/patch/0/path").asString()).isEqualTo("/budget");
  }

  @ParameterizedTest
  @CsvSource({
    "{},/instruction required",
    "'{\"instruction\":\"  \"}',/instruction bad_format",
    "'{\"instruction\":\"x\",\"locked\":[\"y\"]}',/locked/0 bad_format",
    "'{\"instruction\":\"x\",\"more\":1}',/more unknown_field",
    "'{\"instruction\":\"x\",\"locked\":[\"00000000-0000-0000-0000-000000000009\"]}',"
        + "/locked/0 not_found"
  })
  void whatCannotBeAskedForIsTold(String body, String complaint) {
    UserId minji = newcomer();

    HttpResponse<String> answer = service.post(minji, service.generated(minji) + "/revise", body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(complaints(answer)).containsExactly(complaint);
  }

  @Test
  void anothersProposalsAreNotThereWhateverIsSent() {
    UserId minji = newcomer();
    UserId haru = newcomer();
    String plan = service.generated(minji);
    String mine = service.generated(haru);
    String revision = proposed(minji, plan);
    String name = revision.substring(revision.lastIndexOf('/') + 1);

    assertProblem(404, "not_found", service.post(haru, plan + "/revise", "{"));
    assertProblem(404, "not_found", service.get(haru, plan + "/revisions"));
    assertProblem(404, "not_found", service.get(haru, plan + "/revisions?limit=0"));
    assertProblem(404, "not_found", service.get(haru, revision));
    assertProblem(404, "not_found", service.post(haru, revision + "/accept", ""));
    assertProblem(404, "not_found", service.get(haru, mine + "/revisions/" + name));
    assertProblem(404, "not_found", service.get(minji, plan + "/revisions/x"));
    assertProblem(404, "not_found", service.get(minji, plan + "/revisions/" + UUID.randomUUID()));
    assertThat(service.get(minji, plan + "/revisions?limit=0").statusCode()).isEqualTo(400);
    assertThat(tag(service.get(minji, plan))).isEqualTo("\"1\"");
  }

  @Test
  void nothingIsProposedWhenNobodyAnswers() {
    Agents silent = Agents.friendly();
    silent.reviser().goDown();
    silent.checker().goDown();
    silent.places().goDown();
    UserId minji = newcomer();
    try (RunningPlan deserted = RunningPlan.on(POSTGRES, silent)) {
      String plan = deserted.generated(minji);

      for (String path : List.of(plan + "/revise", plan + "/verify")) {
        HttpResponse<String> answer = deserted.post(minji, path, ASK);
        assertProblem(503, "unavailable", answer);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      assertProblem(503, "unavailable", deserted.get(minji, "/api/v1/places?query=x"));
      assertThat(tag(deserted.get(minji, plan))).isEqualTo("\"1\"");
    }
  }

  private static Revising shorter(Trip trip) {
    return new Revising.Proposed(Trips.shorter(trip));
  }

  private String proposed(UserId user, String plan) {
    HttpResponse<String> answer = service.post(user, plan + "/revise", ASK);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return plan + "/revisions/" + parsed(answer).path("revisionId").asString();
  }
}
