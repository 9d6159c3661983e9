package app.oddiya.adapters.memory.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.JobEvents;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A topic in memory. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryJobEvents implements JobEvents {

  private final List<Ended> published = new CopyOnWriteArrayList<>();

  @Override
  public void publish(Ended ended, Deadline deadline) {
    published.add(ended);
  }

  /// All that was published, oldest first.
  public List<Ended> published() {
    return List.copyOf(published);
  }
}
