package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.plan.Revision;
import java.util.List;

/// What came of asking for a proposal.
public sealed interface Proposing {

  /// It is kept, and changes nothing yet.
  record Proposed(Revision revision) implements Proposing {}

  /// What was asked for is not understood, or changes nothing.
  record NotUnderstood() implements Proposing {}

  /// It is understood and cannot be.
  record Infeasible(List<Conflict> conflicts, List<Relaxation> relaxations) implements Proposing {
    public Infeasible {
      conflicts = List.copyOf(conflicts);
      relaxations = List.copyOf(relaxations);
    }
  }

  /// The plan has been deleted meanwhile.
  record NotFound() implements Proposing {}
}
