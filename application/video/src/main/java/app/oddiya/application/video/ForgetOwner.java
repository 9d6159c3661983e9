package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.UserFiles;
import java.time.InstantSource;

/// Forgets a user whose account is deleted: jobs with their messages, uploads and films.
///
/// The rows go first: from then on no worker can finish a film of theirs, and no link to a file is
/// signed. What is uploaded or stored later all the same, [SweepDepartures] finds.
public final class ForgetOwner {

  private final Tombstones tombstones;
  private final UserFiles files;
  private final InstantSource clock;

  public ForgetOwner(Tombstones tombstones, UserFiles files, InstantSource clock) {
    this.tombstones = tombstones;
    this.files = files;
    this.clock = clock;
  }

  /// Safe to repeat.
  public void forget(UserId owner, Deadline deadline) {
    tombstones.bury(owner, clock.instant(), deadline);
    files.removeAll(owner, deadline);
  }
}
