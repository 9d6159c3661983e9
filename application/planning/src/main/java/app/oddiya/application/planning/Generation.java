package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.plan.Plan;
import java.util.List;

/// What came of generating a plan.
public sealed interface Generation {

  /// It is stored.
  record Stored(Plan plan) implements Generation {}

  /// Nothing is stored, as no plan can be what was asked for.
  ///
  /// @param conflicts at least one
  /// @param relaxations as in [Writing.Infeasible]
  record Infeasible(List<Conflict> conflicts, List<Relaxation> relaxations) implements Generation {
    public Infeasible {
      conflicts = List.copyOf(conflicts);
      relaxations = List.copyOf(relaxations);
    }
  }
}
