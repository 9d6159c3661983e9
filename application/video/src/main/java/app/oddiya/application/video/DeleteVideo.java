package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Leftovers.Leftover;
import app.oddiya.domain.video.job.UserFiles;
import app.oddiya.domain.video.job.VideoJobs;
import java.time.InstantSource;
import java.util.Optional;

/// Cancels and deletes a film.
///
/// The row goes first, and with it what would call a worker or tell the owner: a worker that has
/// the job learns of it at its next heartbeat and stops. The files go at once if their store
/// answers, as links to them may be around, and [SweepLeftovers] looks for them again.
public final class DeleteVideo {

  private final VideoJobs jobs;
  private final UserFiles files;
  private final InstantSource clock;

  public DeleteVideo(VideoJobs jobs, UserFiles files, InstantSource clock) {
    this.jobs = jobs;
    this.files = files;
    this.clock = clock;
  }

  /// @return whether `owner` had such a job
  public boolean delete(UserId owner, JobId id, Deadline deadline) {
    Optional<Leftover> leftover = jobs.delete(owner, id, clock.instant(), deadline);
    try {
      leftover.ifPresent(left -> SweepLeftovers.remove(left, files, deadline));
    } catch (Unavailable e) {
      // The job is deleted; the leftover that it has become is still due.
    }
    return leftover.isPresent();
  }
}
