package app.oddiya.domain.planning.agent;

import java.util.List;

/// What came of writing a plan.
public sealed interface Writing {

  record Written(Draft draft) implements Writing {}

  /// No plan can be what was asked for.
  ///
  /// @param conflicts at least one
  record Infeasible(List<Conflict> conflicts) implements Writing {
    public Infeasible {
      conflicts = List.copyOf(conflicts);
      if (conflicts.isEmpty()) {
        throw new IllegalArgumentException("conflicts: none (expected: at least one)");
      }
    }
  }
}
