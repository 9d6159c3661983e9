package app.oddiya.domain.planning.agent;

import java.util.List;

/// What came of writing a plan.
public sealed interface Writing {

  record Written(Draft draft) implements Writing {}

  /// No plan can be what was asked for.
  ///
  /// @param conflicts at least one
  /// @param relaxations the nearest changes each of which alone makes the wish feasible; none where
  ///     no single change does
  record Infeasible(List<Conflict> conflicts, List<Relaxation> relaxations) implements Writing {
    public Infeasible {
      conflicts = List.copyOf(conflicts);
      relaxations = List.copyOf(relaxations);
      if (conflicts.isEmpty()) {
        throw new IllegalArgumentException("conflicts: none (expected: at least one)");
      }
    }
  }
}
