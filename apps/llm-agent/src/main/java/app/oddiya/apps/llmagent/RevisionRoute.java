package app.oddiya.apps.llmagent;

import app.oddiya.adapters.services.planning.wire.InfeasibleView;
import app.oddiya.adapters.services.planning.wire.ReviseBody;
import app.oddiya.adapters.services.planning.wire.TripView;
import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.Trip;
import java.time.Duration;
import java.util.List;

/// Proposes changes of plans to the plan service, also while nobody waits for it: a watched plan
/// has a proposal made when the weather turns.
final class RevisionRoute {

  /// The caller's own deadline is always earlier.
  private static final Duration BUDGET = Duration.ofSeconds(30);

  private final PlanReviser reviser;

  RevisionRoute(PlanReviser reviser) {
    this.reviser = reviser;
  }

  Routes all() {
    return Routes.of(
        Route.post("/internal/plan-revisions", Caller.internal("plan"))
            .summary("Propose a change of a plan")
            .json(ReviseBody.class)
            .bodyLimit(Records.BODY_LIMIT)
            .budget(BUDGET)
            .answers(200, TripView.class, "What the plan would say")
            .refuses(422, "not_understood", "The instruction is not understood.")
            .refuses(422, "infeasible", "No plan can be what was asked for.", InfeasibleView.class)
            .handledBy(this::revise));
  }

  private Answer revise(Call call) {
    ReviseBody body = call.body(ReviseBody.class);
    Trip trip = Records.understood(body.trip()::toTrip);
    List<Place> held = Records.understood(body::toHeld);
    return switch (reviser.revise(
        Records.traveller(call),
        trip,
        body.instruction(),
        body.toLocked(),
        held,
        call.deadline())) {
      case Revising.Proposed(var proposal) -> Answer.ok(TripView.of(proposal));
      case Revising.NotUnderstood() ->
          Problem.of(422, "not_understood", "Not understood", "The instruction is not understood.");
      case Revising.Infeasible(var conflicts, var relaxations) ->
          Refusals.infeasible(conflicts, relaxations);
    };
  }
}
