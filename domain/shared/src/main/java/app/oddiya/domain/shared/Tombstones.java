package app.oddiya.domain.shared;

import java.time.Duration;
import java.time.Instant;

/// What one store remembers of the users that were deleted from it: who they were, for as long as
/// somebody may still come with an access token of theirs.
///
/// Whoever writes for a user meets the tombstone within the writing itself, so that nothing slips
/// in beside a deletion; [#isDeleted] is for writes that would cost something before they come to
/// that. Who reads needs no tombstone: there is nothing to be found.
public interface Tombstones {

  /// An hour, which is how long an access token lives, and twice the skew of clocks that it is
  /// granted.
  Duration KEPT = Duration.ofMinutes(62);

  /// Removes everything that the store holds of a user and leaves a tombstone: both or neither.
  /// Burying somebody again removes what is there and leaves the tombstone as it was.
  ///
  /// @throws Unavailable if it is not known to have been done; doing it again is safe
  void bury(UserId user, Instant now, Deadline deadline);

  boolean isDeleted(UserId user, Deadline deadline);

  /// Forgets those buried before `moment`.
  ///
  /// @return how many
  int removeOlderThan(Instant moment, Deadline deadline);

  /// @throws AccountDeleted if the user is
  default void requireAlive(UserId user, Deadline deadline) {
    if (isDeleted(user, deadline)) {
      throw new AccountDeleted();
    }
  }
}
