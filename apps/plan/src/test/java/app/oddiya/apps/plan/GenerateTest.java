package app.oddiya.apps.plan;

import static app.oddiya.apps.plan.Answers.parsed;
import static app.oddiya.apps.plan.Wishes.OTHER_WISH;
import static app.oddiya.apps.plan.Wishes.WISH;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.http.Origin;
import app.oddiya.adapters.memory.planning.MemoryGenerationKeys;
import app.oddiya.adapters.memory.planning.MemoryHeldPlaces;
import app.oddiya.adapters.memory.planning.MemoryPlanWriter;
import app.oddiya.adapters.memory.planning.MemoryPlans;
import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How generations are told, joined and left, on memory.
class GenerateTest {

  private static final UserId MINJI = new UserId(71);
  private static final UserId HARU = new UserId(72);

  private final MemoryTombstones tombstones = new MemoryTombstones();
  private final MemoryPlans plans =
      new MemoryPlans(tombstones, new MemoryHeldPlaces(), PlanView.scribe());
  private final GenerationKeys keys = new MemoryGenerationKeys(plans);
  private final SlowWriter slow = new SlowWriter();
  private RunningPlan service = RunningPlan.on(slow, plans, keys, tombstones);

  @AfterEach
  void stop() {
    slow.goOn.countDown();
    service.close();
  }

  /// Tells a stage, and the rest when it is told to.
  private static final class SlowWriter implements PlanWriter {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    final AtomicInteger writings = new AtomicInteger();

    @Override
    public Writing write(
        UserId traveller,
        PlanRequest request,
        List<Place> held,
        Consumer<DraftEvent> listener,
        Deadline deadline) {
      writings.incrementAndGet();
      listener.accept(Wishes.told().getFirst());
      begun.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw new Unavailable("plan writer", e);
      }
      Wishes.told().stream().skip(1).forEach(listener);
      return Wishes.written();
    }
  }

  @Test
  void aStreamBeginsAtOnceAndIsNeverSilent() {
    try (Events events = stream(service.generate(MINJI, WISH))) {
      assertThat(events.next().orElseThrow().name()).isEqualTo("stage");
      events.awaitComment();
      events.awaitComment();
      slow.goOn.countDown();
      assertThat(events.rest())
          .extracting(Events.Event::name)
          .containsExactly("stage", "stop", "stop", "plan");
    }
  }

  @Test
  void aStreamBeginsThoughThereIsNothingToTellYet() throws InterruptedException {
    var silence = new CountDownLatch(1);
    on(
        (_, _, _, _, _) -> {
          awaitOrGiveUp(silence);
          return Wishes.written();
        });

    try (Events events = stream(service.generate(MINJI, WISH))) {
      events.awaitComment();
      silence.countDown();
      assertThat(events.rest()).extracting(Events.Event::name).containsExactly("plan");
    }
  }

  @Test
  void leavingEndsTheWork() throws InterruptedException {
    try (Events events = stream(service.generate(MINJI, WISH))) {
      assertThat(events.next()).isPresent();
    }

    assertThat(slow.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(storedPlans(MINJI)).isEmpty();
  }

  @Test
  void withAKeyTheWorkOutlivesALostConnectionAndARepeatAttachesToIt() throws InterruptedException {
    String key = UUID.randomUUID().toString();
    try (Events lost = stream(keyed(MINJI, key, WISH))) {
      assertThat(lost.next()).isPresent();
      try (Events attached = stream(keyed(MINJI, key, WISH))) {
        assertThat(attached.next().orElseThrow().name()).isEqualTo("stage");
        lost.leave();
        attached.awaitComment();
        attached.awaitComment();
        slow.goOn.countDown();
        assertThat(attached.rest())
            .extracting(Events.Event::name)
            .containsExactly("stage", "stop", "stop", "plan");
      }
    }

    assertThat(slow.interrupted.getCount()).isEqualTo(1);
    assertThat(slow.writings).hasValue(1);
    assertThat(storedPlans(MINJI)).hasSize(1);
  }

  @Test
  void whoeverRepeatsAfterTheEndGetsThePlan() throws InterruptedException {
    String key = UUID.randomUUID().toString();
    slow.goOn.countDown();

    HttpResponse<String> first = service.send(keyed(MINJI, key, WISH));
    HttpResponse<String> second = service.send(keyed(MINJI, key, WISH));
    List<Events.Event> streamed;
    try (Events events = stream(keyed(MINJI, key, WISH))) {
      streamed = events.rest();
    }

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(streamed).extracting(Events.Event::name).containsExactly("stop", "stop", "plan");
    assertThat(streamed.getLast().data()).isEqualTo(first.body());
    assertThat(slow.writings).hasValue(1);
  }

  @Test
  void aKeyStandsForOneRequestOfOneTraveller() {
    String key = UUID.randomUUID().toString();
    try (Events running = stream(keyed(MINJI, key, WISH))) {
      assertThat(running.next()).isPresent();

      HttpResponse<String> whileRunning = service.send(keyed(MINJI, key, OTHER_WISH));
      slow.goOn.countDown();
      running.rest();
      HttpResponse<String> afterwards = service.send(keyed(MINJI, key, OTHER_WISH));

      assertProblem(whileRunning, 422, "idempotency_key_reused");
      assertProblem(afterwards, 422, "idempotency_key_reused");
      assertThat(service.send(keyed(HARU, key, OTHER_WISH)).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void bodiesAreComparedAsWhatTheyMean() {
    String key = UUID.randomUUID().toString();
    slow.goOn.countDown();
    String reordered =
        """
        { "language":"en", "pace":"balanced", "interests":["history", "food"],
          "party":{"children":0,"adults":2},
          "endDate":"2027-04-11", "startDate":"2027-04-10", "destination":{"name":"Busan"} }
        """;

    String first = service.send(keyed(MINJI, key, WISH)).body();

    assertThat(service.send(keyed(MINJI, key, reordered)).body()).isEqualTo(first);
  }

  @Test
  void aPlanThatWasDeletedStaysSo() {
    String key = UUID.randomUUID().toString();
    slow.goOn.countDown();
    String id = parsed(service.send(keyed(MINJI, key, WISH))).path("id").asString();
    service.send(service.as(MINJI, "/api/v1/plans/" + id).header("If-Match", "*").DELETE());

    assertProblem(service.send(keyed(MINJI, key, WISH)), 410, "gone");
    assertProblem(
        service.send(keyed(MINJI, key, WISH).header("Accept", "text/event-stream")), 410, "gone");
  }

  @Test
  void aRepeatWaitsForWhatAnotherProcessWrites() {
    var key = UUID.randomUUID();
    PlanRequest request = Trips.wish();
    Instant now = Instant.now();
    Deadline deadline = new Deadline(now.plusSeconds(60));
    var elsewhere =
        (GenerationKeys.Claim.Granted)
            keys.claim(MINJI, key, request, now, now.plusSeconds(40), deadline);

    try (Events waiting = stream(keyed(MINJI, key.toString(), WISH))) {
      waiting.awaitComment();
      keys.settle(elsewhere.grant(), Trips.trip(), now, deadline);
      assertThat(waiting.rest())
          .extracting(Events.Event::name)
          .containsExactly("stop", "stop", "plan");
    }
    assertThat(slow.writings).hasValue(0);
  }

  @Test
  void aKeyIsAUuid() {
    HttpResponse<String> answer = service.send(keyed(MINJI, "first try", WISH));

    assertProblem(answer, 400, "validation_failed");
    assertThat(parsed(answer).path("errors").path(0).path("pointer").asString())
        .isEqualTo("/Idempotency-Key");
  }

  @Test
  void whatCannotBeIsAPlainProblemBeforeTheStream() {
    on(new MemoryPlanWriter(List.of(), infeasible()));

    for (String accept : List.of("application/json", "text/event-stream")) {
      HttpResponse<String> answer =
          service.send(service.generate(MINJI, WISH).header("Accept", accept));

      assertProblem(answer, 422, "infeasible");
      JsonNode conflict = parsed(answer).path("conflicts").path(0);
      assertThat(conflict.path("kind").asString()).isEqualTo("unknown_destination");
      assertThat(conflict.path("pointers").path(0).asString()).isEqualTo("/destination");
      assertThat(parsed(answer).path("relaxations").isArray()).isTrue();
    }
    assertThat(storedPlans(MINJI)).isEmpty();
  }

  @Test
  void inTheStreamItIsAnErrorEventWithTheProblem() {
    on(new MemoryPlanWriter(Wishes.told().subList(0, 1), infeasible()));

    List<Events.Event> told;
    try (Events events = stream(service.generate(MINJI, WISH))) {
      told = events.rest();
    }

    assertThat(told).extracting(Events.Event::name).containsExactly("stage", "error");
    JsonNode problem = JsonMapper.shared().readTree(told.getLast().data());
    assertThat(problem.path("status").asInt()).isEqualTo(422);
    assertThat(problem.path("code").asString()).isEqualTo("infeasible");
    assertThat(problem.path("conflicts")).hasSize(1);
  }

  @Test
  void anOutageIsSaidAndNeverAnEmptyPlan() {
    var down = new MemoryPlanWriter(List.of(), Wishes.written());
    down.goDown();
    on(down);

    for (String accept : List.of("application/json", "text/event-stream")) {
      HttpResponse<String> answer =
          service.send(service.generate(MINJI, WISH).header("Accept", accept));
      assertProblem(answer, 503, "unavailable");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void aGenerationThatBreaksEndsAndLeavesItsKeyFree() {
    var writings = new AtomicInteger();
    on(
        (_, _, _, _, _) -> {
          if (writings.getAndIncrement() == 0) {
            throw new StackOverflowError("told to break");
          }
          return Wishes.written();
        });
    String key = UUID.randomUUID().toString();

    assertProblem(service.send(keyed(MINJI, key, WISH)), 500, "internal_error");

    assertThat(service.send(keyed(MINJI, key, WISH)).statusCode()).isEqualTo(201);
  }

  @Test
  void theWriterSpeaksForTheTravellerThoughItHasAThreadOfItsOwn() {
    Queue<Origin> origins = new ConcurrentLinkedQueue<>();
    on(
        (_, _, _, _, _) -> {
          origins.add(Origin.current());
          return Wishes.written();
        });

    service.send(service.generate(MINJI, WISH).header("X-Request-Id", "generate-1"));
    service.send(keyed(MINJI, UUID.randomUUID().toString(), WISH));

    assertThat(origins)
        .hasSize(2)
        .allSatisfy(
            origin -> {
              assertThat(origin.user()).contains(MINJI);
              assertThat(origin.accessToken()).isPresent();
              assertThat(origin.requestId()).isPresent();
            });
    assertThat(origins.element().requestId()).contains("generate-1");
  }

  @Test
  void aStoppedServiceLetsAnAcceptedGenerationEnd() throws InterruptedException {
    String key = UUID.randomUUID().toString();
    try (Events lost = stream(keyed(MINJI, key, WISH))) {
      assertThat(lost.next()).isPresent();
    }
    Thread stopping = Thread.ofVirtual().start(service::close);

    slow.goOn.countDown();

    assertThat(stopping.join(Duration.ofSeconds(30))).isTrue();
    assertThat(storedPlans(MINJI)).hasSize(1);
  }

  private void on(PlanWriter writer) {
    service.close();
    service = RunningPlan.on(writer, plans, keys, tombstones);
  }

  private Events stream(HttpRequest.Builder request) {
    return Events.of(service, request);
  }

  private HttpRequest.Builder keyed(UserId user, String key, String body) {
    return service.generate(user, body).header("Idempotency-Key", key);
  }

  /// Asked of the store, which outlives a stopped service.
  private List<PlanSummary> storedPlans(UserId user) {
    Deadline ample = new Deadline(Instant.MAX);
    return plans.list(user, new Page.Request(100, Optional.empty()), ample).items();
  }

  private static Writing infeasible() {
    return new Writing.Infeasible(
        List.of(new Conflict(Conflict.Kind.UNKNOWN_DESTINATION, List.of("/destination"), "?")),
        List.of());
  }

  private static void awaitOrGiveUp(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new Unavailable("plan writer", e);
    }
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(parsed(answer).path("code").asString()).isEqualTo(code);
  }
}
