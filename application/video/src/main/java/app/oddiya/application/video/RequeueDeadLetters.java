package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.JobQueue.Delivery;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJobs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Empties the queue of dead letters. A message lands there when workers died, or could not reach
/// the database, before they could claim its job: no fault of the job, so whatever is still pending
/// is called for again. How often a job may fail is counted in its row and nowhere else.
public final class RequeueDeadLetters {

  private static final int BATCH = 100;
  private static final Duration HIDDEN = Duration.ofSeconds(60);
  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final JobQueue dead;
  private final VideoJobs jobs;
  private final Runnable written;
  private final InstantSource clock;

  /// @param dead the queue of dead letters
  /// @param written called when a message lies in the outbox
  public RequeueDeadLetters(JobQueue dead, VideoJobs jobs, Runnable written, InstantSource clock) {
    this.dead = dead;
    this.jobs = jobs;
    this.written = written;
    this.clock = clock;
  }

  /// One round.
  ///
  /// @return how many letters were there
  public int requeue() throws InterruptedException {
    for (int count = 0; count < BATCH; count++) {
      Optional<Delivery> letter = dead.receive(Duration.ZERO, HIDDEN);
      if (letter.isEmpty()) {
        return count;
      }
      jobs.find(letter.get().job(), budget()).ifPresent(this::callAgain);
      dead.delete(letter.get(), budget());
    }
    return BATCH;
  }

  private void callAgain(VideoJob job) {
    switch (job) {
      case VideoJob.Pending pending -> {
        if (jobs.replaceOverdue(pending, pending.callAgain(clock.instant()), budget())) {
          written.run();
        }
      }
      // Somebody has it; if they die, the sweeper calls again.
      case VideoJob.Processing _, VideoJob.Completed _, VideoJob.Failed _ -> {}
    }
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }
}
