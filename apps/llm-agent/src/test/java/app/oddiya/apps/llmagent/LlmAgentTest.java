package app.oddiya.apps.llmagent;

import static app.oddiya.apps.llmagent.RunningLlmAgent.TRAVELLER;
import static app.oddiya.apps.llmagent.RunningLlmAgent.forTraveller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.memory.planning.MemoryPlanWriter;
import app.oddiya.adapters.services.planning.wire.DraftView;
import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Trips;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// llm-agent over HTTP, by the client that the plan service uses, on the catalogue.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LlmAgentTest {

  private final SetUp setUp = new SetUp();
  private final RunningLlmAgent agent = RunningLlmAgent.on(setUp.component().writer());

  @AfterAll
  void stop() {
    agent.close();
    setUp.close();
  }

  @Test
  void aDraftIsToldStopByStopAndRestsOnTheCatalogue() {
    List<DraftEvent> heard = new ArrayList<>();

    Draft draft = written(write(agent, Trips.wish(), heard));

    List<Stop> stops = draft.stops();
    assertThat(draft.source()).isEqualTo(PlanSource.OPTIMIZER);
    assertThat(draft.days()).hasSize(2).allMatch(day -> day.stops().size() >= 3);
    assertThat(stops)
        .allSatisfy(
            stop -> {
              assertThat(stop.placeId().provider()).isEqualTo("catalogue");
              assertThat(stop.source().id()).isEqualTo(stop.placeId().id());
              assertThat(stop.checks().exists().verdict()).isEqualTo(Verdict.PASS);
              assertThat(stop.checks().open().verdict()).isNotEqualTo(Verdict.FAIL);
              assertThat(stop.checks().travel().verdict()).isNotEqualTo(Verdict.FAIL);
            });
    List<Stop> told = new ArrayList<>();
    List<Stage> stages = new ArrayList<>();
    for (DraftEvent event : heard) {
      switch (event) {
        case DraftEvent.StageReached(var stage, _) -> stages.add(stage);
        case DraftEvent.StopFixed(_, var stop) -> told.add(stop);
      }
    }
    assertThat(stages)
        .containsExactly(
            Stage.COLLECTING, Stage.COLLECTING, Stage.CHOOSING, Stage.ROUTING, Stage.CHECKING);
    assertThat(told).containsExactlyElementsOf(stops);
  }

  @Test
  void aDraftCanBeHadAtOnce() throws MalformedJson {
    Answer answer = post("plan", new String(body(Trips.wish()), StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Wire.readAnswer(DraftView.class, answer.bytes()).toDraft().days()).hasSize(2);
  }

  @Test
  void whatIsMisspelledIsOfferedAsItIsSpelled() {
    PlanRequest misspelled =
        Trips.wish(new Destination.Named("Soeul"), Trips.A_SATURDAY, 2)
            .visiting(List.of(new MustVisit.Called("경복긍")));

    assertThat(write(agent, misspelled, new ArrayList<>()))
        .isInstanceOfSatisfying(
            Writing.Infeasible.class,
            infeasible ->
                assertThat(infeasible.relaxations().getFirst().edits())
                    .containsExactly(
                        new Relaxation.Edit.Replace("/destination/name", "Seoul"),
                        new Relaxation.Edit.Replace("/mustVisit/0/text", "경복궁")));
  }

  @Test
  void whatNoProviderKnowsIsExplained() {
    PlanRequest nowhere = Trips.wish(new Destination.Named("Atlantis"), Trips.A_SATURDAY, 2);

    assertThat(write(agent, nowhere, new ArrayList<>()))
        .isInstanceOfSatisfying(
            Writing.Infeasible.class,
            infeasible -> {
              Conflict conflict = infeasible.conflicts().getFirst();
              assertThat(conflict.kind()).isEqualTo(Conflict.Kind.UNKNOWN_DESTINATION);
              assertThat(conflict.pointers())
                  .allSatisfy(pointer -> assertThat(pointer).startsWith("/destination"));
            });

    Answer answer = post("plan", new String(body(nowhere), StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(parsed(answer).path("code").asString()).isEqualTo("infeasible");
  }

  @Test
  void aProviderThatIsDownIsAnOutage() {
    var down = new MemoryPlanWriter(List.of(), new Writing.Written(draft()));
    down.goDown();
    try (RunningLlmAgent onNothing = RunningLlmAgent.on(down)) {
      assertThatThrownBy(() -> write(onNothing, Trips.wish(), new ArrayList<>()))
          .isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void aCallerThatLeavesEndsTheWork() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    PlanWriter endless =
        (_, _, _, listener, _) -> {
          listener.accept(new DraftEvent.StageReached(Stage.COLLECTING, 1));
          try {
            new CountDownLatch(1).await();
            throw new AssertionError("nobody counts it down");
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw new Unavailable("provider", e);
          }
        };
    var enough = new IllegalStateException("enough");
    try (RunningLlmAgent slow = RunningLlmAgent.on(endless)) {
      assertThatThrownBy(
              () ->
                  forTraveller(
                      () ->
                          slow.writer()
                              .write(
                                  TRAVELLER,
                                  Trips.wish(),
                                  List.of(),
                                  _ -> {
                                    throw enough;
                                  },
                                  soon())))
          .isSameAs(enough);

      assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void onlyThePlanServiceMayAskAndOnlyForAUser() {
    String body = new String(body(Trips.wish()), StandardCharsets.UTF_8);

    assertProblem(403, post("video", body));
    assertProblem(401, agent.calledBy("plan").send(call(body), soon()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"destination\":{\"name\":\"\\ud800\"}}"})
  void badWishesAreProblemsAndNeverOurs(String body) {
    assertProblem(400, post("plan", body));
  }

  private static Writing write(RunningLlmAgent agent, PlanRequest request, List<DraftEvent> heard) {
    return forTraveller(
        () -> agent.writer().write(TRAVELLER, request, List.of(), heard::add, soon()));
  }

  private Answer post(String sibling, String body) {
    return forTraveller(() -> agent.calledBy(sibling).send(call(body), soon()));
  }

  private static Call call(String body) {
    return Call.post("/internal/plan-generations")
        .body("application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] body(PlanRequest request) {
    return Wire.write(GenerateBody.of(request));
  }

  private static Draft written(Writing writing) {
    return ((Writing.Written) writing).draft();
  }

  private static Draft draft() {
    var trip = Trips.trip();
    return new Draft(trip.title(), trip.source(), trip.days(), trip.totals(), trip.certificate());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20), RunningLlmAgent.CLOCK);
  }

  private static void assertProblem(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(parsed(answer).path("status").asInt()).isEqualTo(status);
  }

  private static JsonNode parsed(Answer answer) {
    return JsonMapper.shared().readTree(answer.text());
  }
}
