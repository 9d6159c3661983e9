package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.Deletion;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.OptionalLong;

/// Drops one of a traveller's plans for good.
public final class DeletePlan {

  private final Plans plans;

  public DeletePlan(Plans plans) {
    this.plans = plans;
  }

  /// @param basedOn the version that the traveller has seen; empty for whichever it is
  public Deletion delete(UserId owner, PlanId id, OptionalLong basedOn, Deadline deadline) {
    return plans.delete(owner, id, basedOn, deadline);
  }
}
