package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.List;

/// Deleted users whose files have to be looked for again: their rows are gone at once, but an
/// upload that was permitted before may still be sent, and a worker that was suspended may still
/// store a film. They come from [app.oddiya.domain.shared.Tombstones] and go with the tombstone.
public interface Departures {

  /// Those whose sweep has come, longest due first. One who has just departed is due at once.
  List<Departure> due(Instant now, int limit, Deadline deadline);

  /// Lets it be due again at `at`.
  void sweepAgain(Departure departure, Instant at, Deadline deadline);

  /// Removes the tombstone: nothing can come any more.
  void forget(Departure departure, Deadline deadline);

  /// @param since when the user was deleted
  record Departure(UserId user, Instant since) {}
}
