package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.PlanPhones;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Phones in memory. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryPlanPhones implements PlanPhones {

  private final Map<UserId, List<Phone>> phones = new ConcurrentHashMap<>();

  public void put(UserId owner, List<Phone> all) {
    phones.put(owner, List.copyOf(all));
  }

  @Override
  public List<Phone> of(UserId owner, Deadline deadline) {
    return phones.getOrDefault(owner, List.of());
  }
}
