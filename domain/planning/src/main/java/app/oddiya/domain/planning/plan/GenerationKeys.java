package app.oddiya.domain.planning.plan;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The keys by which a traveller makes asking for a plan repeatable: under one key at most one plan
/// is stored, whoever dies in between.
///
/// A key belongs to its traveller and is kept for a day. Whoever claims it may write the plan until
/// the lease ends; then somebody else may, and what the first one still brings is not stored.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if the store does not answer in time;
/// after a write nothing is known then, and claiming again tells.
public interface GenerationKeys {

  /// How long a key is kept after it was first claimed.
  Duration KEPT = Duration.ofHours(24);

  /// Asks for the right to write the plan of a key.
  ///
  /// @param leaseEnd until when nobody else gets it
  Claim claim(
      UserId traveller,
      UUID key,
      PlanRequest request,
      Instant now,
      Instant leaseEnd,
      Deadline deadline);

  /// Stores the plan written under a grant and settles its key, both or neither.
  ///
  /// @return the plan; empty, and nothing is stored, if the grant has passed to somebody else
  Optional<Plan> settle(Grant grant, Trip trip, Instant now, Deadline deadline);

  /// Frees the key, as no plan came of it. Does nothing if the grant has passed to somebody else.
  void release(Grant grant, Deadline deadline);

  /// The right to write the plan of a key.
  ///
  /// @param fence higher than that of every earlier grant of the key
  record Grant(UserId traveller, UUID key, long fence) {}

  /// What came of claiming a key.
  sealed interface Claim {

    record Granted(Grant grant) implements Claim {}

    /// Somebody else writes the plan just now.
    record Taken() implements Claim {}

    /// The plan has been stored; it may have been deleted since.
    record Settled(PlanId plan) implements Claim {}

    /// The key stands for another request.
    record OfAnotherRequest() implements Claim {}
  }
}
