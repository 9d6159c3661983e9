package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.ChoiceCache;
import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Choices in memory. They grow old by the clock; who waits for a turn waits in real time. Safe for
/// concurrent use.
public final class MemoryChoiceCache implements ChoiceCache {

  private final InstantSource clock;
  private final Map<PlanRequest, Kept> kept = new HashMap<>();
  private final Map<PlanRequest, Held> turns = new HashMap<>();

  public MemoryChoiceCache(InstantSource clock) {
    this.clock = clock;
  }

  private record Kept(Choices choices, Instant until) {}

  /// @param until on the clock of [System#nanoTime]
  private record Held(String token, long until) {

    long left() {
      return until - System.nanoTime();
    }
  }

  @Override
  public synchronized Found find(PlanRequest wish, Deadline deadline) {
    PlanRequest key = wish.essence();
    Duration left = deadline.remaining(clock);
    long end = System.nanoTime() + left.dividedBy(2).toNanos();
    var mine = new Turn(wish, UUID.randomUUID().toString());
    while (true) {
      Kept known = kept.get(key);
      if (known != null && clock.instant().isBefore(known.until)) {
        return new Found.Known(known.choices);
      }
      Held held = turns.get(key);
      if (held == null || held.left() <= 0) {
        Duration lease = left.compareTo(LONGEST_TURN) < 0 ? left : LONGEST_TURN;
        turns.put(key, new Held(mine.token(), System.nanoTime() + lease.toNanos()));
        return new Found.Yours(mine);
      }
      long patience = Math.min(held.left(), end - System.nanoTime());
      if (patience <= 0) {
        return new Found.Yours(mine);
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(patience, 1_000_000));
      } catch (InterruptedException leaving) {
        Thread.currentThread().interrupt();
        return new Found.Yours(mine);
      }
    }
  }

  @Override
  public synchronized void keep(Turn turn, Choices choices) {
    kept.put(turn.wish().essence(), new Kept(choices, clock.instant().plus(KEPT)));
    giveUp(turn);
  }

  @Override
  public synchronized void giveUp(Turn turn) {
    turns
        .entrySet()
        .removeIf(
            each ->
                each.getKey().equals(turn.wish().essence())
                    && each.getValue().token.equals(turn.token()));
    notifyAll();
  }
}
