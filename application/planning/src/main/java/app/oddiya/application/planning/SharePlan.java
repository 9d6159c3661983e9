package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.ShareToken;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives a traveller a link by which others may see a plan.
public final class SharePlan {

  private final Shares shares;
  private final Supplier<ShareToken> tokens;
  private final InstantSource clock;

  /// @param tokens a new one at each call, that nobody can guess
  public SharePlan(Shares shares, Supplier<ShareToken> tokens, InstantSource clock) {
    this.shares = shares;
    this.tokens = tokens;
    this.clock = clock;
  }

  /// Empty if there is no such plan, or it is another's.
  public Optional<ShareToken> share(UserId owner, PlanId plan, Deadline deadline) {
    ShareToken token = tokens.get();
    return shares.add(owner, plan, token, clock.instant(), deadline)
        ? Optional.of(token)
        : Optional.empty();
  }
}
