package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.film.TripOutline;
import java.util.Optional;

/// The plans of the planning side, as far as a film needs them.
public interface Trips {

  /// The stops of `owner`'s plan; empty if there is no such plan or it is another's.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if nobody answers in time
  Optional<TripOutline> find(UserId owner, String planId, Deadline deadline);
}
