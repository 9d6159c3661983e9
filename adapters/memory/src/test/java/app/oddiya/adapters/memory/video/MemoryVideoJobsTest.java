package app.oddiya.adapters.memory.video;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.LeftoversContract;
import app.oddiya.domain.testkit.contract.OutboxContract;
import app.oddiya.domain.testkit.contract.UploadsContract;
import app.oddiya.domain.testkit.contract.VideoJobsContract;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.Uploads;
import app.oddiya.domain.video.job.VideoJobs;
import java.util.concurrent.atomic.AtomicLong;

class MemoryVideoJobsTest
    implements VideoJobsContract, OutboxContract, LeftoversContract, UploadsContract {

  private final AtomicLong users = new AtomicLong();
  private final MemoryOutbox outbox = new MemoryOutbox();
  private final MemoryTombstones tombstones = new MemoryTombstones();
  private final MemoryLeftovers leftovers = new MemoryLeftovers();
  private final MemoryVideoJobs jobs = new MemoryVideoJobs(outbox, tombstones, leftovers);
  private final MemoryUploads uploads = new MemoryUploads(jobs, leftovers, tombstones);

  @Override
  public VideoJobs jobs() {
    return jobs;
  }

  @Override
  public Leftovers leftovers() {
    return leftovers;
  }

  @Override
  public Uploads uploads() {
    return uploads;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public UserId owner() {
    return new UserId(users.incrementAndGet());
  }

  @Override
  public Tombstones tombstones() {
    return tombstones;
  }
}
