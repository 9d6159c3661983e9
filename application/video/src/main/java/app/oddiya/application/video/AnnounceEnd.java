package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.JobEvents;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Phones;
import app.oddiya.domain.video.job.Phones.Phone;
import app.oddiya.domain.video.job.Pushes;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJobs;
import java.util.Optional;

/// Tells everybody concerned that a job has ended: the topic, and each of its owner's phones.
///
/// If one of them cannot be told, all are told again later; a phone shows one message all the same,
/// as the job's id is the collapse id.
public final class AnnounceEnd implements RelayOutbox.Carrier {

  private final VideoJobs jobs;
  private final JobEvents events;
  private final Phones phones;
  private final Pushes pushes;

  public AnnounceEnd(VideoJobs jobs, JobEvents events, Phones phones, Pushes pushes) {
    this.jobs = jobs;
    this.events = events;
    this.phones = phones;
    this.pushes = pushes;
  }

  @Override
  public void carry(JobId id, Deadline deadline) {
    Optional<VideoJob> job = jobs.find(id, deadline);
    // A job that was deleted meanwhile is announced to nobody.
    job.ifPresent(
        found -> {
          switch (found) {
            case VideoJob.Completed completed -> announce(completed, true, deadline);
            case VideoJob.Failed failed -> announce(failed, false, deadline);
            case VideoJob.Pending _, VideoJob.Processing _ ->
                throw new IllegalStateException("job " + id + " has not ended");
          }
        });
  }

  private void announce(VideoJob job, boolean completed, Deadline deadline) {
    Ended ended = new Ended(job.id(), completed);
    events.publish(ended, deadline);
    for (Phone phone : phones.of(job.brief().owner(), deadline)) {
      // DISABLED is what an uninstalled app looks like: nobody is left to be told.
      Pushes.Outcome _ =
          pushes.push(phone, ended, PushTitle.of(phone.locale(), completed), deadline);
    }
  }
}
