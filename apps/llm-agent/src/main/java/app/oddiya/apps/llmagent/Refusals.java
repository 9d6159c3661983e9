package app.oddiya.apps.llmagent;

import app.oddiya.adapters.services.planning.wire.InfeasibleView;
import app.oddiya.adapters.web.Problem;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Relaxation;
import java.util.List;

/// What more than one route refuses.
final class Refusals {

  private Refusals() {}

  static Problem infeasible(List<Conflict> conflicts, List<Relaxation> relaxations) {
    return Problem.of(422, "infeasible", "Infeasible", "No plan can be what was asked for.")
        .extendedBy(InfeasibleView.of(conflicts, relaxations));
  }
}
