package app.oddiya.domain.planning.plan;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The links by which owners show plans to others, the latest [#KEPT] of each plan. They go with
/// their plan. A link is known by the hash of its token only: it can be followed and revoked, and
/// never shown again.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if the store does not answer in time;
/// after a write nothing is known then.
public interface Shares {

  /// How many of one plan are kept; there may be a few more while several are added at once.
  int KEPT = 20;

  /// Opens a plan to whoever knows `token`. The oldest links of the plan make room.
  ///
  /// @param now kept to the microsecond
  /// @return whether `owner` has such a plan; nothing is opened otherwise
  boolean add(UserId owner, PlanId plan, ShareToken token, Instant now, Deadline deadline);

  /// The plan that `token` opens, as it is now.
  Optional<Plan> find(ShareToken token, Deadline deadline);

  /// When the links of a plan were made, the newest first; none for another's plan.
  List<Instant> made(UserId owner, PlanId plan, Deadline deadline);

  /// Closes all links of a plan, if it is the owner's.
  void revoke(UserId owner, PlanId plan, Deadline deadline);
}
