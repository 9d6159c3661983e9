package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.VideoJobs;
import java.util.Optional;

/// Shows a user how far a film of theirs is, and the film.
public final class ReadVideo {

  private final VideoJobs jobs;
  private final PhotoStore store;

  public ReadVideo(VideoJobs jobs, PhotoStore store) {
    this.jobs = jobs;
    this.store = store;
  }

  /// Empty if `owner` has no such job.
  public Optional<JobView> read(UserId owner, JobId id, Deadline deadline) {
    return jobs.find(owner, id, deadline).map(job -> JobView.of(job, store));
  }
}
