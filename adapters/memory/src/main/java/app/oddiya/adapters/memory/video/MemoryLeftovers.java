package app.oddiya.adapters.memory.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Leftovers;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Leftovers in memory, written down by [MemoryVideoJobs] and [MemoryUploads]. Deadlines are not
/// looked at. Safe for concurrent use.
public final class MemoryLeftovers implements Leftovers {

  private final Map<Long, Waiting> leftovers = new TreeMap<>();
  private long lastId;

  synchronized Leftover write(
      UserId owner, Instant since, Optional<Films> films, List<FileUrl> uploads) {
    Leftover leftover = new Leftover(++lastId, owner, since, films, uploads);
    leftovers.put(lastId, new Waiting(leftover, Instant.MIN));
    return leftover;
  }

  /// Those of some uploads that are to be removed.
  synchronized Set<FileUrl> among(Collection<FileUrl> uploads) {
    return leftovers.values().stream()
        .flatMap(waiting -> waiting.leftover().uploads().stream())
        .filter(uploads::contains)
        .collect(Collectors.toSet());
  }

  synchronized void removeAllOf(UserId owner) {
    leftovers.values().removeIf(waiting -> waiting.leftover().owner().equals(owner));
  }

  @Override
  public synchronized List<Leftover> due(Instant now, int limit, Deadline deadline) {
    return leftovers.values().stream()
        .filter(waiting -> !waiting.sweepAt().isAfter(now))
        .sorted(Comparator.comparing(Waiting::sweepAt))
        .limit(limit)
        .map(Waiting::leftover)
        .toList();
  }

  @Override
  public synchronized void sweepAgain(Leftover leftover, Instant at, Deadline deadline) {
    leftovers.computeIfPresent(leftover.id(), (_, _) -> new Waiting(leftover, at));
  }

  @Override
  public synchronized void forget(Leftover leftover, Deadline deadline) {
    leftovers.remove(leftover.id());
  }

  private record Waiting(Leftover leftover, Instant sweepAt) {}
}
