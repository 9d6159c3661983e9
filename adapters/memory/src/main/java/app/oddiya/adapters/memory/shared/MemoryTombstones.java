package app.oddiya.adapters.memory.shared;

import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tombstones in memory. The fakes that hold something of users share one, and tell it how to
/// remove that. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryTombstones implements Tombstones {

  private final Map<UserId, Instant> tombstones = new HashMap<>();
  private final List<Consumer<UserId>> removals = new ArrayList<>();

  /// @param removal of all that another fake holds of a user
  public synchronized void alsoRemove(Consumer<UserId> removal) {
    removals.add(removal);
  }

  /// Writes for a user, beside no burial.
  ///
  /// @throws AccountDeleted and writes nothing if the user is deleted
  public synchronized <T> T writingFor(UserId user, Supplier<T> write) {
    if (tombstones.containsKey(user)) {
      throw new AccountDeleted();
    }
    return write.get();
  }

  @Override
  public synchronized void bury(UserId user, Instant now, Deadline deadline) {
    tombstones.putIfAbsent(user, now);
    removals.forEach(removal -> removal.accept(user));
  }

  @Override
  public synchronized boolean isDeleted(UserId user, Deadline deadline) {
    return tombstones.containsKey(user);
  }

  @Override
  public synchronized int removeOlderThan(Instant moment, Deadline deadline) {
    int before = tombstones.size();
    tombstones.values().removeIf(since -> since.isBefore(moment));
    return before - tombstones.size();
  }

  /// Those who are buried, and since when.
  public synchronized Map<UserId, Instant> all() {
    return Map.copyOf(tombstones);
  }

  public synchronized void remove(UserId user) {
    tombstones.remove(user);
  }
}
