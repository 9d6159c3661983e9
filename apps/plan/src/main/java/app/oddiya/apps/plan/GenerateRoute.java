package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.services.planning.wire.InfeasibleView;
import app.oddiya.adapters.services.planning.wire.StageEvent;
import app.oddiya.adapters.services.planning.wire.StopEvent;
import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.EventStream;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.application.planning.Generation;
import app.oddiya.application.planning.KeyedGeneration;
import app.oddiya.apps.plan.OngoingGeneration.Step;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Has plans written, and shows how they come.
final class GenerateRoute {

  private static final String EVENTS = "text/event-stream";

  /// 30 s are promised; what is left is for the way.
  private static final Duration BUDGET = Duration.ofSeconds(28);

  /// What is refused this soon is refused with a status, later by an event: a stream has begun
  /// then, so that whoever waits sees that somebody is there.
  private static final Duration UNDECIDED = Duration.ofMillis(200);

  private final Generations generations;

  GenerateRoute(Generations generations) {
    this.generations = generations;
  }

  record Headers(
      @Doc(
              "The client's own name for this request, kept for 24 hours. With it the generation"
                  + " outlives a lost connection, and a repeat attaches to it or gets its plan.")
          @Named("Idempotency-Key")
          Optional<UUID> idempotencyKey) {}

  Routes all() {
    return Routes.of(
        Route.post("/api/v1/plans/generate", Caller.user())
            .summary("Have a plan written")
            .description(
                "Events: `stage` says what is being done, `stop` shows each stop as it is fixed"
                    + " and never takes it back, `plan` is the stored plan and the last one.")
            .headers(Headers.class)
            .json(GenerateBody.class)
            .budget(BUDGET)
            .answers(201, PlanView.class, "The stored plan", "Location", "ETag")
            .answersEvents(
                Map.of("stage", StageEvent.class, "stop", StopEvent.class, "plan", PlanView.class),
                "The plan as it comes")
            .refuses(410, "gone", "The plan of this key has been deleted.")
            .refuses(422, "infeasible", "No plan can be what was asked for.", InfeasibleView.class)
            .refuses(422, "idempotency_key_reused", "The key was used for another request.")
            .handledBy(this::generate));
  }

  private Answer generate(Call call) {
    Optional<UUID> key = call.headers(Headers.class).idempotencyKey();
    PlanRequest request = call.body(GenerateBody.class).toRequest();
    OngoingGeneration generation =
        key.isPresent()
            ? generations.beginOrJoin(call.user(), key.get(), request, call.deadline())
            : generations.begin(call.user(), request, call.deadline());
    try {
      return call.prefers(EVENTS) ? stream(generation) : whole(generation);
    } catch (InterruptedException stopped) {
      generation.leave();
      Thread.currentThread().interrupt();
      throw new Unavailable("plan service", stopped);
    }
  }

  private static Answer whole(OngoingGeneration generation) throws InterruptedException {
    for (int i = 0; ; i++) {
      switch (generation.step(i)) {
        case Step.Told(_) -> {
          // Shown in the plan.
        }
        case Step.Ended(var result) -> {
          return answer(result);
        }
        case Step.Failed(var reason) -> throw reason;
      }
    }
  }

  private static Answer stream(OngoingGeneration generation) throws InterruptedException {
    Optional<Step> first = generation.step(0, UNDECIDED);
    if (first.isPresent() && first.get() instanceof Step.Failed(var reason)) {
      throw reason;
    }
    if (first.isPresent()
        && first.get() instanceof Step.Ended(var result)
        && result(result) instanceof Result.Refused(var problem)) {
      return problem;
    }
    return Answer.events(
        out -> {
          try {
            tell(generation, out);
          } catch (InterruptedException left) {
            generation.leave();
            throw left;
          }
        });
  }

  private static void tell(OngoingGeneration generation, EventStream out)
      throws InterruptedException {
    for (int i = 0; ; i++) {
      switch (generation.step(i)) {
        case Step.Told(DraftEvent.StageReached stage) -> out.send("stage", StageEvent.of(stage));
        case Step.Told(DraftEvent.StopFixed stop) -> out.send("stop", StopEvent.of(stop));
        case Step.Ended(var generated) -> {
          switch (result(generated)) {
            case Result.Stored(var plan) -> out.send("plan", PlanView.of(plan));
            case Result.Refused(var problem) -> throw problem.asException();
          }
          return;
        }
        case Step.Failed(var reason) -> throw reason;
      }
    }
  }

  private static Answer answer(KeyedGeneration generated) {
    return switch (result(generated)) {
      case Result.Stored(var plan) ->
          Answer.created(PlanView.location(plan.id()), PlanView.of(plan))
              .withETag(PlanView.tag(plan));
      case Result.Refused(var problem) -> problem;
    };
  }

  private sealed interface Result {

    record Stored(Plan plan) implements Result {}

    record Refused(Problem problem) implements Result {}
  }

  private static Result result(KeyedGeneration generated) {
    return switch (generated) {
      case KeyedGeneration.Ended(Generation.Stored(var plan)) -> new Result.Stored(plan);
      case KeyedGeneration.Ended(Generation.Infeasible(var conflicts, var relaxations)) ->
          new Result.Refused(
              Problem.of(422, "infeasible", "Infeasible", "No plan can be what was asked for.")
                  .extendedBy(InfeasibleView.of(conflicts, relaxations)));
      case KeyedGeneration.Deleted() ->
          new Result.Refused(
              Problem.of(410, "gone", "Gone", "The plan of this key has been deleted."));
      case KeyedGeneration.OfAnotherRequest() ->
          new Result.Refused(
              Problem.of(
                  422,
                  "idempotency_key_reused",
                  "Key used before",
                  "This Idempotency-Key was used for another request."));
      case KeyedGeneration.Elsewhere() ->
          throw new IllegalStateException("waited for: " + generated);
    };
  }
}
