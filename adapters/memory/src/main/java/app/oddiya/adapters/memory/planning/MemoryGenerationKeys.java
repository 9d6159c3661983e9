package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Keys in memory, beside the plans that they lead to. Deadlines are not looked at. Safe for
/// concurrent use.
public final class MemoryGenerationKeys implements GenerationKeys {

  private final Map<Owned, Entry> entries = new HashMap<>();
  private final MemoryPlans plans;
  private long lastFence;

  /// @param plans where the plans of settled keys go
  public MemoryGenerationKeys(MemoryPlans plans) {
    this.plans = plans;
    plans.tombstones().alsoRemove(this::removeAllOf);
  }

  private synchronized void removeAllOf(UserId traveller) {
    entries.keySet().removeIf(owned -> owned.traveller.equals(traveller));
  }

  private record Owned(UserId traveller, UUID key) {}

  private record Entry(
      PlanRequest request, Instant since, Instant leaseEnd, long fence, Optional<PlanId> plan) {

    boolean isHeldBy(Grant grant) {
      return fence == grant.fence() && plan.isEmpty();
    }

    Entry settledBy(PlanId id) {
      return new Entry(request, since, leaseEnd, fence, Optional.of(id));
    }
  }

  @Override
  public Claim claim(
      UserId traveller,
      UUID key,
      PlanRequest request,
      Instant now,
      Instant leaseEnd,
      Deadline deadline) {
    return plans
        .tombstones()
        .writingFor(traveller, () -> claim(traveller, key, request, now, leaseEnd));
  }

  private synchronized Claim claim(
      UserId traveller, UUID key, PlanRequest request, Instant now, Instant leaseEnd) {
    var owned = new Owned(traveller, key);
    Optional<Entry> known =
        Optional.ofNullable(entries.get(owned))
            .filter(entry -> now.isBefore(entry.since.plus(KEPT)));
    if (known.isPresent()) {
      Entry entry = known.get();
      if (!entry.request.equals(request)) {
        return new Claim.OfAnotherRequest();
      }
      if (entry.plan.isPresent()) {
        return new Claim.Settled(entry.plan.get());
      }
      if (now.isBefore(entry.leaseEnd)) {
        return new Claim.Taken();
      }
    }
    Instant since = known.map(Entry::since).orElse(now);
    entries.put(owned, new Entry(request, since, leaseEnd, ++lastFence, Optional.empty()));
    return new Claim.Granted(new Grant(traveller, key, lastFence));
  }

  @Override
  public Optional<Plan> settle(Grant grant, Trip trip, Instant now, Deadline deadline) {
    return plans
        .tombstones()
        .writingFor(grant.traveller(), () -> settled(grant, trip, now, deadline));
  }

  private synchronized Optional<Plan> settled(
      Grant grant, Trip trip, Instant now, Deadline deadline) {
    var owned = new Owned(grant.traveller(), grant.key());
    Entry entry = entries.get(owned);
    if (entry == null || !entry.isHeldBy(grant)) {
      return Optional.empty();
    }
    Plan plan = plans.add(grant.traveller(), trip, now, deadline);
    entries.put(owned, entry.settledBy(plan.id()));
    return Optional.of(plan);
  }

  @Override
  public synchronized void release(Grant grant, Deadline deadline) {
    entries
        .entrySet()
        .removeIf(
            each ->
                each.getKey().equals(new Owned(grant.traveller(), grant.key()))
                    && each.getValue().isHeldBy(grant));
  }
}
