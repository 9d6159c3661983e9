package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;

/// Shows people what plans they have, newest first.
public final class ListPlans {

  private final Plans plans;

  public ListPlans(Plans plans) {
    this.plans = plans;
  }

  public Page<PlanSummary> list(UserId owner, Page.Request page, Deadline deadline) {
    return plans.list(owner, page, deadline);
  }
}
