package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.ShareToken;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.shared.Deadline;
import java.util.Optional;

/// Shows anybody the plan whose link they were given. What of it is theirs to see is settled where
/// it is written out.
public final class ReadSharedPlan {

  private final Shares shares;

  public ReadSharedPlan(Shares shares) {
    this.shares = shares;
  }

  /// Empty for a link that was never given out or is closed.
  public Optional<Plan> read(ShareToken token, Deadline deadline) {
    return shares.find(token, deadline);
  }
}
