package app.oddiya.adapters.memory.video;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.Departures;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Departures in memory, as tombstones tell of them. Deadlines are not looked at. Safe for
/// concurrent use.
public final class MemoryDepartures implements Departures {

  private final MemoryTombstones tombstones;
  private final Map<UserId, Instant> sweeps = new HashMap<>();

  public MemoryDepartures(MemoryTombstones tombstones) {
    this.tombstones = tombstones;
  }

  @Override
  public synchronized List<Departure> due(Instant now, int limit, Deadline deadline) {
    return tombstones.all().entrySet().stream()
        .filter(each -> !dueAt(each.getKey()).isAfter(now))
        .sorted(
            Comparator.comparing((Map.Entry<UserId, Instant> each) -> dueAt(each.getKey()))
                .thenComparingLong(each -> each.getKey().value()))
        .limit(limit)
        .map(each -> new Departure(each.getKey(), each.getValue()))
        .toList();
  }

  private Instant dueAt(UserId user) {
    return sweeps.getOrDefault(user, Instant.MIN);
  }

  @Override
  public synchronized void sweepAgain(Departure departure, Instant at, Deadline deadline) {
    sweeps.put(departure.user(), at);
  }

  @Override
  public synchronized void forget(Departure departure, Deadline deadline) {
    tombstones.remove(departure.user());
    sweeps.remove(departure.user());
  }
}
