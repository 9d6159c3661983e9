package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.ShareToken;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Links in memory, beside the plans that they open. Deadlines are not looked at. Safe for
/// concurrent use.
public final class MemoryShares implements Shares {

  private final Map<ShareToken, Link> links = new HashMap<>();
  private final MemoryPlans plans;

  /// @param plans that can be shared
  public MemoryShares(MemoryPlans plans) {
    this.plans = plans;
  }

  private record Link(UserId owner, PlanId plan, Instant madeAt) {

    boolean isOf(UserId someone, PlanId some) {
      return owner.equals(someone) && plan.equals(some);
    }
  }

  @Override
  public boolean add(UserId owner, PlanId plan, ShareToken token, Instant now, Deadline deadline) {
    return plans.tombstones().writingFor(owner, () -> store(owner, plan, token, now, deadline));
  }

  private synchronized boolean store(
      UserId owner, PlanId plan, ShareToken token, Instant now, Deadline deadline) {
    if (plans.find(owner, plan, deadline).isEmpty()) {
      return false;
    }
    links.put(token, new Link(owner, plan, now.truncatedTo(ChronoUnit.MICROS)));
    List<Map.Entry<ShareToken, Link>> all =
        new ArrayList<>(
            links.entrySet().stream()
                .filter(link -> link.getValue().isOf(owner, plan))
                .sorted(Comparator.comparing(link -> link.getValue().madeAt))
                .toList());
    while (all.size() > KEPT) {
      links.remove(all.removeFirst().getKey());
    }
    return true;
  }

  @Override
  public synchronized Optional<Plan> find(ShareToken token, Deadline deadline) {
    return Optional.ofNullable(links.get(token))
        .flatMap(link -> plans.find(link.owner, link.plan, deadline));
  }

  @Override
  public synchronized List<Instant> made(UserId owner, PlanId plan, Deadline deadline) {
    return links.values().stream()
        .filter(link -> link.isOf(owner, plan))
        .filter(link -> plans.find(owner, plan, deadline).isPresent())
        .map(Link::madeAt)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  @Override
  public synchronized void revoke(UserId owner, PlanId plan, Deadline deadline) {
    links.values().removeIf(link -> link.isOf(owner, plan));
  }
}
