package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.plan.Trip;
import java.util.List;

/// What came of revising a plan.
public sealed interface Revising {

  /// @param trip differs from the one that was to be revised; stops that are in both have one id
  record Proposed(Trip trip) implements Revising {}

  /// What was asked for is not understood, or changes nothing.
  record NotUnderstood() implements Revising {}

  /// It is understood and cannot be.
  record Infeasible(List<Conflict> conflicts, List<Relaxation> relaxations) implements Revising {
    public Infeasible {
      conflicts = List.copyOf(conflicts);
      relaxations = List.copyOf(relaxations);
    }
  }
}
