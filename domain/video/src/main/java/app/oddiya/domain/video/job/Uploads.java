package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The uploads that were permitted within the last day: what counts against a user's bytes, and
/// what has to be removed if nobody ever uses it.
public interface Uploads {

  /// How long an upload may wait for a job that uses it, and how long its bytes count.
  Duration KEPT = Duration.ofHours(24);

  /// Writes down that `owner` may send `files`, all of them or none.
  ///
  /// @param bytesADay that the user may send within [#KEPT], these included
  /// @throws app.oddiya.domain.shared.AccountDeleted if the owner is
  Permission permit(
      UserId owner, List<Sized> files, long bytesADay, Instant now, Deadline deadline);

  /// Lets go of what was permitted before `moment`: what no job uses becomes a leftover.
  ///
  /// @param limit so many users at a time
  /// @return of how many users there was something
  int letGo(Instant moment, Instant now, int limit, Deadline deadline);

  /// @param bytes its exact length
  record Sized(FileUrl file, long bytes) {}

  /// What comes of asking.
  sealed interface Permission {

    record Given() implements Permission {}

    /// The day's bytes would be exceeded.
    ///
    /// @param until when so much of them is free again that it is worth asking
    record TooMuch(Instant until) implements Permission {}
  }
}
