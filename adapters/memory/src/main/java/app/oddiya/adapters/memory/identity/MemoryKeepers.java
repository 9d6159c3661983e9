package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.Keepers;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Keepers in memory, which fail when they are told to. Deadlines are not looked at. Safe for
/// concurrent use.
public final class MemoryKeepers implements Keepers {

  private record Kept(Keeper keeper, UserId user) {}

  private final Map<Kept, byte[]> archives = new HashMap<>();
  private final Set<Keeper> failing = new HashSet<>();

  /// Lets a service keep something of a user.
  public synchronized void keep(Keeper keeper, UserId user, byte[] archive) {
    archives.put(new Kept(keeper, user), archive.clone());
  }

  public synchronized boolean keeps(Keeper keeper, UserId user) {
    return archives.containsKey(new Kept(keeper, user));
  }

  /// Lets a service answer nobody, until it recovers.
  public synchronized void fail(Keeper keeper) {
    failing.add(keeper);
  }

  public synchronized void recover(Keeper keeper) {
    failing.remove(keeper);
  }

  @Override
  public synchronized void forget(Keeper keeper, UserId user, Deadline deadline) {
    requireAnswer(keeper);
    archives.remove(new Kept(keeper, user));
  }

  @Override
  public synchronized InputStream open(Keeper keeper, UserId user, Deadline deadline) {
    requireAnswer(keeper);
    return new ByteArrayInputStream(archives.getOrDefault(new Kept(keeper, user), new byte[0]));
  }

  private void requireAnswer(Keeper keeper) {
    if (failing.contains(keeper)) {
      throw new Unavailable(keeper.code() + " service", new IOException("told to fail"));
    }
  }
}
