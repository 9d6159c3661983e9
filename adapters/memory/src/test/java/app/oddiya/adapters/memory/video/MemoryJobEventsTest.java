package app.oddiya.adapters.memory.video;

import app.oddiya.domain.testkit.contract.JobEventsContract;
import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.JobEvents;
import app.oddiya.domain.video.job.JobId;
import java.util.List;

class MemoryJobEventsTest implements JobEventsContract {

  private final MemoryJobEvents events = new MemoryJobEvents();

  @Override
  public JobEvents events() {
    return events;
  }

  @Override
  public List<Ended> heard(JobId job) {
    return events.published().stream().filter(ended -> ended.job().equals(job)).toList();
  }
}
