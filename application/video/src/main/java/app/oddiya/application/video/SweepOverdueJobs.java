package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Finishes what a crash left: takes jobs back from workers that have fallen silent, and calls
/// again for those whose message was lost on the way. Any number of sweepers may run.
public final class SweepOverdueJobs {

  private static final int BATCH = 100;
  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final VideoJobs jobs;
  private final Runnable written;
  private final InstantSource clock;

  /// @param written called when a message lies in the outbox
  public SweepOverdueJobs(VideoJobs jobs, Runnable written, InstantSource clock) {
    this.jobs = jobs;
    this.written = written;
    this.clock = clock;
  }

  /// One round.
  ///
  /// @return the jobs that were moved, as they were before
  public List<VideoJob.Open> sweep() {
    Instant now = clock.instant();
    List<VideoJob.Open> moved =
        jobs.overdue(now, BATCH, budget()).stream()
            // Where the worker turns out to be alive, or another sweeper was here, nothing happens.
            .filter(job -> jobs.replaceOverdue(job, moved(job, now), budget()))
            .toList();
    if (!moved.isEmpty()) {
      written.run();
    }
    return moved;
  }

  private static VideoJob moved(VideoJob.Open job, Instant now) {
    return switch (job) {
      case VideoJob.Pending pending -> pending.callAgain(now);
      case VideoJob.Processing processing -> processing.takeBack(now);
    };
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }
}
