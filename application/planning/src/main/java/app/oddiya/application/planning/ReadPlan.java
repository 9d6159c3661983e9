package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanDocument;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.Optional;
import java.util.Set;

/// Shows people one of their plans.
public final class ReadPlan {

  private final Plans plans;

  public ReadPlan(Plans plans) {
    this.plans = plans;
  }

  /// Empty if there is none, or it is another's.
  public Optional<Plan> read(UserId owner, PlanId id, Deadline deadline) {
    return plans.find(owner, id, deadline);
  }

  /// The same, to be shown as it is.
  public Optional<PlanDocument> readDocument(UserId owner, PlanId id, Deadline deadline) {
    return plans.findDocument(owner, id, deadline);
  }

  /// With what is needed to change or check it.
  ///
  /// @param others places that it may come to have
  public Optional<GroundedPlan> readGrounded(
      UserId owner, PlanId id, Set<PlaceId> others, Deadline deadline) {
    return plans.findGrounded(owner, id, others, deadline);
  }
}
