package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.plan.Change;
import app.oddiya.domain.planning.plan.Changes;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Has a change of a plan proposed, as its traveller asks for in a sentence.
public final class ProposeRevision {

  private final PlanReviser reviser;
  private final Revisions revisions;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public ProposeRevision(
      PlanReviser reviser, Revisions revisions, InstantSource clock, Supplier<UUID> ids) {
    this.reviser = reviser;
    this.revisions = revisions;
    this.clock = clock;
    this.ids = ids;
  }

  /// @param locked stops of the plan that stay as they are, beside those that are locked anyway,
  ///     each once
  public Proposing propose(
      GroundedPlan found, String instruction, List<StopId> locked, Deadline deadline) {
    Plan plan = found.plan();
    return switch (reviser.revise(
        plan.owner(), plan.trip(), instruction, locked, found.places(), deadline)) {
      case Revising.Proposed(var proposal) -> keep(plan, instruction, proposal, deadline);
      case Revising.NotUnderstood() -> new Proposing.NotUnderstood();
      case Revising.Infeasible(var conflicts, var relaxations) ->
          new Proposing.Infeasible(conflicts, relaxations);
    };
  }

  private Proposing keep(Plan plan, String instruction, Trip proposal, Deadline deadline) {
    List<Change> diff = Changes.between(plan.trip().days(), proposal.days());
    if (diff.isEmpty()) {
      return new Proposing.NotUnderstood();
    }
    var revision =
        new Revision(
            new RevisionId(ids.get()),
            plan.id(),
            plan.version(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            Optional.of(instruction),
            proposal,
            diff);
    return revisions.add(plan.owner(), revision, deadline)
        ? new Proposing.Proposed(revision)
        : new Proposing.NotFound();
  }
}
