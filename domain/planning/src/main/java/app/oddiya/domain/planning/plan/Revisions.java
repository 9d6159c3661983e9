package app.oddiya.domain.planning.plan;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.util.Optional;

/// The proposals that were made for plans, the latest [#KEPT] of each. They go with their plan, and
/// another's are as absent as none.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if the store does not answer in time;
/// after a write nothing is known then.
public interface Revisions {

  /// How many of one plan are kept; there may be a few more while several are added at once.
  int KEPT = 50;

  /// Keeps a proposal, whole or not at all. The oldest ones of its plan make room.
  ///
  /// @param revision its `createdAt` is kept to the microsecond
  /// @return whether `owner` has such a plan; nothing is kept otherwise
  boolean add(UserId owner, Revision revision, Deadline deadline);

  /// Reads a proposal exactly as it was kept.
  Optional<Revision> find(UserId owner, PlanId plan, RevisionId id, Deadline deadline);

  /// The proposals of one plan, newest first; those of one moment by falling id. A cursor that was
  /// not made here is as good as an empty list.
  ///
  /// @return empty if `owner` has no such plan
  Optional<Page<RevisionSummary>> list(
      UserId owner, PlanId plan, Page.Request page, Deadline deadline);
}
