package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJobs;

/// Shows a user all their films, newest first.
public final class ListVideos {

  private final VideoJobs jobs;
  private final PhotoStore store;

  public ListVideos(VideoJobs jobs, PhotoStore store) {
    this.jobs = jobs;
    this.store = store;
  }

  public Page<JobView> list(UserId owner, Page.Request page, Deadline deadline) {
    Page<VideoJob> found = jobs.list(owner, page, deadline);
    return new Page<>(
        found.items().stream().map(job -> JobView.of(job, store)).toList(), found.next());
  }
}
