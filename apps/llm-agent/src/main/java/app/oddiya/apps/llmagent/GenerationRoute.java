package app.oddiya.apps.llmagent;

import app.oddiya.adapters.services.planning.wire.DraftBody;
import app.oddiya.adapters.services.planning.wire.DraftView;
import app.oddiya.adapters.services.planning.wire.InfeasibleView;
import app.oddiya.adapters.services.planning.wire.StageEvent;
import app.oddiya.adapters.services.planning.wire.StopEvent;
import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.EventStream;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.PlanRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Writes drafts for the plan service.
///
/// As a stream it begins before anything is known, so that what cannot be is an `error` event there
/// and a plain problem only as JSON.
final class GenerationRoute {

  private static final String EVENTS = "text/event-stream";

  /// The caller's own deadline is always earlier.
  private static final Duration BUDGET = Duration.ofSeconds(30);

  private final PlanWriter writer;
  private final DraftMeters meters;

  GenerationRoute(PlanWriter writer, DraftMeters meters) {
    this.writer = writer;
    this.meters = meters;
  }

  Routes all() {
    return Routes.of(
        Route.post("/internal/plan-generations", Caller.internalForUser("plan"))
            .summary("Write a draft of a plan")
            .description(
                "Events: `stage` says what is being done, `stop` shows each stop as it is fixed,"
                    + " `draft` is the last one.")
            .json(DraftBody.class)
            .bodyLimit(Records.BODY_LIMIT)
            .budget(BUDGET)
            .answers(200, DraftView.class, "The draft")
            .answersEvents(
                Map.of(
                    "stage", StageEvent.class, "stop", StopEvent.class, "draft", DraftView.class),
                "The draft as it is written")
            .refuses(422, "infeasible", "No plan can be what was asked for.", InfeasibleView.class)
            .handledBy(this::write));
  }

  private Answer write(Call call) {
    DraftBody body = call.body(DraftBody.class);
    PlanRequest request = body.wish().toRequest();
    List<Place> held = Records.understood(body::toHeld);
    if (call.prefers(EVENTS)) {
      return Answer.events(out -> stream(call, request, held, out));
    }
    Writing writing = writer.write(call.user(), request, held, _ -> {}, call.deadline());
    count(writing);
    return switch (writing) {
      case Writing.Written(var draft) -> Answer.ok(DraftView.of(draft));
      case Writing.Infeasible(var conflicts, var relaxations) ->
          Refusals.infeasible(conflicts, relaxations);
    };
  }

  private void stream(Call call, PlanRequest request, List<Place> held, EventStream out)
      throws InterruptedException {
    Writing writing;
    try {
      writing =
          writer.write(call.user(), request, held, event -> tell(out, event), call.deadline());
    } catch (CallerLeft left) {
      throw left.interruption;
    }
    count(writing);
    switch (writing) {
      case Writing.Written(var draft) -> out.send("draft", DraftView.of(draft));
      case Writing.Infeasible(var conflicts, var relaxations) ->
          throw Refusals.infeasible(conflicts, relaxations).asException();
    }
  }

  private void count(Writing writing) {
    switch (writing) {
      case Writing.Written(var draft) -> meters.written(draft.source());
      case Writing.Infeasible _ -> meters.infeasible();
    }
  }

  private static void tell(EventStream out, DraftEvent event) {
    try {
      switch (event) {
        case DraftEvent.StageReached stage -> out.send("stage", StageEvent.of(stage));
        case DraftEvent.StopFixed stop -> out.send("stop", StopEvent.of(stop));
      }
    } catch (InterruptedException e) {
      throw new CallerLeft(e);
    }
  }

  /// Carries the news through a writer, whose listeners throw nothing checked.
  private static final class CallerLeft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final InterruptedException interruption;

    CallerLeft(InterruptedException interruption) {
      super(interruption);
      this.interruption = interruption;
    }
  }
}
