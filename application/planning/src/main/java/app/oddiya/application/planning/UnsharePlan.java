package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;

/// Takes a plan back from everybody who was given a link to it.
public final class UnsharePlan {

  private final Shares shares;

  public UnsharePlan(Shares shares) {
    this.shares = shares;
  }

  /// Safe to repeat.
  public void unshare(UserId owner, PlanId plan, Deadline deadline) {
    shares.revoke(owner, plan, deadline);
  }
}
