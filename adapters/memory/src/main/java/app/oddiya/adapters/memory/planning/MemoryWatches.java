package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.Watched;
import app.oddiya.domain.planning.plan.Watches;
import app.oddiya.domain.planning.plan.Worry;
import app.oddiya.domain.shared.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns in memory, beside the plans that they are for. Deadlines are not looked at. Safe for
/// concurrent use.
public final class MemoryWatches implements Watches {

  private final Map<PlanId, Turn> turns = new HashMap<>();
  private final MemoryPlans plans;

  public MemoryWatches(MemoryPlans plans) {
    this.plans = plans;
  }

  private record Turn(Instant at, Set<Worry> told, Optional<RevisionId> unsent) {

    static final Turn NONE = new Turn(Instant.MIN, Set.of(), Optional.empty());

    boolean isOver(Instant now) {
      return at.equals(Instant.MIN) || !now.isBefore(at.plus(REST));
    }

    boolean isUnsent(Instant now) {
      return unsent.isPresent() && !now.isBefore(at.plus(REST_UNSENT));
    }
  }

  @Override
  public synchronized List<Watched> claim(
      LocalDate first, LocalDate last, Instant now, int most, Deadline deadline) {
    List<Plan> due =
        plans.all().stream()
            .filter(
                plan -> {
                  LocalDate start = plan.trip().start();
                  boolean isNear = !start.isBefore(first) && !start.isAfter(last);
                  return turn(plan.id()).isUnsent(now) || (isNear && turn(plan.id()).isOver(now));
                })
            .sorted(
                Comparator.comparing((Plan plan) -> turn(plan.id()).at)
                    .thenComparingLong(plan -> plan.id().value()))
            .limit(most)
            .toList();
    due.forEach(
        plan -> turns.put(plan.id(), new Turn(now, turn(plan.id()).told, turn(plan.id()).unsent)));
    return due.stream()
        .map(
            plan ->
                new Watched(plan.owner(), plan.id(), turn(plan.id()).told, turn(plan.id()).unsent))
        .toList();
  }

  private Turn turn(PlanId plan) {
    return turns.getOrDefault(plan, Turn.NONE);
  }

  @Override
  public synchronized void release(PlanId plan, Instant now, Deadline deadline) {
    Instant at = now.minus(REST).plus(REST_UNSENT);
    turns.computeIfPresent(plan, (_, turn) -> new Turn(at, turn.told, turn.unsent));
  }

  @Override
  public synchronized void tell(
      PlanId plan, Set<Worry> worries, RevisionId proposal, Deadline deadline) {
    Turn turn = turn(plan);
    Set<Worry> told = new HashSet<>(turn.told);
    told.addAll(worries);
    turns.put(plan, new Turn(turn.at, told, Optional.of(proposal)));
  }

  @Override
  public synchronized void sent(PlanId plan, Deadline deadline) {
    turns.computeIfPresent(plan, (_, turn) -> new Turn(turn.at, turn.told, Optional.empty()));
  }
}
