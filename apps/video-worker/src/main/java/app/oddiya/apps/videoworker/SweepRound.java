package app.oddiya.apps.videoworker;

import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.application.video.RequeueDeadLetters;
import app.oddiya.application.video.SweepOverdueJobs;
import app.oddiya.domain.video.job.VideoJob;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for jobs that a crash left behind.
record SweepRound(SweepOverdueJobs sweep, RequeueDeadLetters requeue)
    implements BackgroundLoop.Round {

  private static final Logger LOG = LoggerFactory.getLogger(SweepRound.class);
  private static final Duration REST = Duration.ofSeconds(5);

  @Override
  public Duration run() throws InterruptedException {
    for (VideoJob.Open job : sweep.sweep()) {
      LOG.atWarn()
          .addKeyValue("event", "job_overdue")
          .addKeyValue("jobId", job.id().toString())
          .addKeyValue("fence", job.fence())
          .log("nothing was heard of a job; it was taken back");
    }
    int letters = requeue.requeue();
    if (letters > 0) {
      LOG.atWarn()
          .addKeyValue("event", "dead_letters_requeued")
          .addKeyValue("letters", letters)
          .log("dead letters were emptied");
    }
    return REST;
  }
}
