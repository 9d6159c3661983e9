package app.oddiya.apps.llmagent;

import app.oddiya.adapters.services.planning.wire.CheckBody;
import app.oddiya.adapters.services.planning.wire.CheckedView;
import app.oddiya.adapters.services.planning.wire.UnknownPlacesView;
import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.place.Place;
import java.util.List;

/// Times and checks stops for the plan service, also while nobody waits for it: the plan service
/// watches over plans by itself.
final class CheckRoute {

  private final PlanChecker checker;

  CheckRoute(PlanChecker checker) {
    this.checker = checker;
  }

  Routes all() {
    return Routes.of(
        Route.post("/internal/checks", Caller.internal("plan"))
            .summary("Time stops and check them against fresh data")
            .json(CheckBody.class)
            .bodyLimit(Records.BODY_LIMIT)
            .answers(200, CheckedView.class, "The stops, be the verdicts what they may")
            .refuses(
                422, "unknown_places", "Nobody knows some of the places.", UnknownPlacesView.class)
            .handledBy(this::check));
  }

  private Answer check(Call call) {
    CheckBody body = call.body(CheckBody.class);
    Sketch sketch = Records.understood(body::toSketch);
    List<Place> held = Records.understood(body::toHeld);
    return switch (checker.check(Records.traveller(call), sketch, held, call.deadline())) {
      case Checking.Checked checked -> Answer.ok(CheckedView.of(checked));
      case Checking.UnknownPlaces unknown ->
          Problem.of(422, "unknown_places", "Unknown places", "Nobody knows some of the places.")
              .extendedBy(UnknownPlacesView.of(unknown));
    };
  }
}
