package app.oddiya.adapters.memory.video;

import app.oddiya.domain.testkit.contract.JobQueueContract;
import app.oddiya.domain.testkit.time.SettableClock;
import app.oddiya.domain.video.job.JobQueue;
import java.time.Duration;

class MemoryJobQueueTest implements JobQueueContract {

  private final SettableClock clock = new SettableClock();
  private final MemoryJobQueue queue = new MemoryJobQueue(clock);

  @Override
  public JobQueue queue() {
    return queue;
  }

  @Override
  public Duration letPass(Duration time) {
    clock.advance(time);
    return Duration.ZERO;
  }
}
