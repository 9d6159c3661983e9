package app.oddiya.adapters.memory.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Phones.Phone;
import app.oddiya.domain.video.job.Pushes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Phones' screens in memory. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryPushes implements Pushes {

  private final Map<Phone, Map<JobId, Notice>> screens = new HashMap<>();

  /// What a phone shows.
  public record Notice(Ended ended, String title) {}

  /// Lets `phone` be pushed to.
  public synchronized void enable(Phone phone) {
    screens.putIfAbsent(phone, new LinkedHashMap<>());
  }

  /// Gives `phone` up, as a provider does when the app was removed.
  public synchronized void disable(Phone phone) {
    screens.remove(phone);
  }

  @Override
  public synchronized Outcome push(Phone phone, Ended ended, String title, Deadline deadline) {
    Map<JobId, Notice> screen = screens.get(phone);
    if (screen == null) {
      return Outcome.DISABLED;
    }
    screen.put(ended.job(), new Notice(ended, title));
    return Outcome.HANDED_OVER;
  }

  /// What `phone` shows, one notice a job.
  public synchronized List<Notice> shown(Phone phone) {
    Collection<Notice> shown = screens.getOrDefault(phone, Map.of()).values();
    return List.copyOf(shown);
  }
}
