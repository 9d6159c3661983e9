package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.planning.plan.PlanPushes;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Phones' screens in memory, and a provider that can be taken down. Deadlines are not looked at.
/// Safe for concurrent use.
public final class MemoryPlanPushes implements PlanPushes {

  private final Map<Phone, Map<PlanId, Notice>> screens = new HashMap<>();
  private boolean down;
  private int count;

  /// What a phone shows.
  public record Notice(PlanId plan, RevisionId proposal, String title) {}

  /// Lets `phone` be pushed to.
  public synchronized void enable(Phone phone) {
    screens.putIfAbsent(phone, new LinkedHashMap<>());
  }

  /// Gives `phone` up, as a provider does when the app was removed.
  public synchronized void disable(Phone phone) {
    screens.remove(phone);
  }

  public synchronized void goDown() {
    down = true;
  }

  public synchronized void comeBack() {
    down = false;
  }

  @Override
  public synchronized Outcome push(
      Phone phone, PlanId plan, RevisionId proposal, String title, Deadline deadline) {
    if (down) {
      throw new Unavailable("pushes", new IllegalStateException("told to be down"));
    }
    Map<PlanId, Notice> screen = screens.get(phone);
    if (screen == null) {
      return Outcome.DISABLED;
    }
    screen.put(plan, new Notice(plan, proposal, title));
    count++;
    return Outcome.HANDED_OVER;
  }

  /// What `phone` shows, one notice a plan.
  public synchronized List<Notice> shown(Phone phone) {
    return List.copyOf(screens.getOrDefault(phone, Map.of()).values());
  }

  /// How many messages have been handed over.
  public synchronized int count() {
    return count;
  }
}
