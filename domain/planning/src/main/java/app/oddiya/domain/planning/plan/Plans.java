package app.oddiya.domain.planning.plan;

import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// All plans. Another's plan is as absent as none.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if the store does not answer in time;
/// after a write nothing is known then.
public interface Plans {

  /// Stores a new plan, whole or not at all.
  ///
  /// @param now becomes its `createdAt`; kept to the microsecond
  /// @return the plan with the id it was given
  Plan add(UserId owner, Trip trip, Instant now, Deadline deadline);

  /// Reads a plan exactly as it was stored.
  Optional<Plan> find(UserId owner, PlanId id, Deadline deadline);

  /// Reads a plan as it is shown, without taking it apart.
  Optional<PlanDocument> findDocument(UserId owner, PlanId id, Deadline deadline);

  /// Reads a plan with what we hold of its places and of `others`, by the one question that [#find]
  /// asks.
  Optional<GroundedPlan> findGrounded(
      UserId owner, PlanId id, Set<PlaceId> others, Deadline deadline);

  /// The plans of `owner`, newest first; those of one moment by falling id. A cursor that was not
  /// made here is as good as an empty list.
  Page<PlanSummary> list(UserId owner, Page.Request page, Deadline deadline);

  /// Stores what a plan says now, whole or not at all, and raises its version by one.
  ///
  /// @param basedOn the version that must still be the current one; empty for whichever it is
  /// @param now becomes its `updatedAt`; kept to the microsecond
  Replacement replace(
      UserId owner, PlanId id, OptionalLong basedOn, Trip trip, Instant now, Deadline deadline);

  /// Deletes a plan with all its stops.
  ///
  /// @param basedOn the version that must still be the current one; empty for whichever it is
  Deletion delete(UserId owner, PlanId id, OptionalLong basedOn, Deadline deadline);
}
