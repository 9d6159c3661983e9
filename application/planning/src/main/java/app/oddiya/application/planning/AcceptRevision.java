package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Replacement;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;
import java.util.OptionalLong;

/// Makes a plan what was proposed for it.
public final class AcceptRevision {

  private final Plans plans;
  private final InstantSource clock;

  public AcceptRevision(Plans plans, InstantSource clock) {
    this.plans = plans;
    this.clock = clock;
  }

  /// Only as long as the plan is the version that the proposal was made for, so once at most.
  public Replacement accept(UserId owner, Revision revision, Deadline deadline) {
    return plans.replace(
        owner,
        revision.plan(),
        OptionalLong.of(revision.basedOn()),
        revision.proposal(),
        clock.instant(),
        deadline);
  }
}
