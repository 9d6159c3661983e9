package app.oddiya.adapters.memory.identity;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.identity.account.AccountDeletion;
import app.oddiya.domain.identity.account.AccountDeletions;
import app.oddiya.domain.identity.account.Device;
import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Deletions in memory, of the users and devices of other fakes. Deadlines are not looked at. Safe
/// for concurrent use.
public final class MemoryAccountDeletions implements AccountDeletions {

  private record Waiting(AccountDeletion deletion, Instant dueAt) {}

  private final MemoryUsers users;
  private final MemoryDevices devices;
  private final MemoryTombstones tombstones;
  private final Map<UserId, Waiting> waiting = new HashMap<>();

  /// @param devices that share the tombstones
  public MemoryAccountDeletions(
      MemoryUsers users, MemoryDevices devices, MemoryTombstones tombstones) {
    this.users = users;
    this.devices = devices;
    this.tombstones = tombstones;
  }

  @Override
  public synchronized boolean begin(UserId user, Instant now, Deadline deadline) {
    if (!users.remove(user)) {
      return false;
    }
    synchronized (tombstones) {
      var endpoints = devices.of(user, deadline).stream().map(Device::endpoint).toList();
      tombstones.bury(user, now, deadline);
      var deletion = new AccountDeletion(user, now, EnumSet.allOf(Keeper.class), endpoints, 0);
      waiting.put(user, new Waiting(deletion, now));
    }
    return true;
  }

  @Override
  public synchronized Optional<AccountDeletion> take(
      Instant now, Instant backAt, Deadline deadline) {
    Optional<AccountDeletion> taken =
        waiting.values().stream()
            .filter(each -> !each.dueAt.isAfter(now))
            .min(Comparator.comparing(Waiting::dueAt))
            .map(each -> attempted(each.deletion));
    taken.ifPresent(deletion -> waiting.put(deletion.user(), new Waiting(deletion, backAt)));
    return taken;
  }

  private static AccountDeletion attempted(AccountDeletion deletion) {
    return new AccountDeletion(
        deletion.user(),
        deletion.requestedAt(),
        deletion.keepers(),
        deletion.endpoints(),
        deletion.attempts() + 1);
  }

  @Override
  public synchronized void leave(AccountDeletion rest, Instant dueAt, Deadline deadline) {
    Waiting current = waiting.get(rest.user());
    if (current == null || current.deletion.attempts() != rest.attempts()) {
      return;
    }
    if (rest.isDone()) {
      waiting.remove(rest.user());
    } else {
      waiting.put(rest.user(), new Waiting(rest, dueAt));
    }
  }

  @Override
  public synchronized Backlog backlog(Deadline deadline) {
    return new Backlog(
        waiting.size(),
        waiting.values().stream()
            .map(each -> each.deletion.requestedAt())
            .min(Comparator.naturalOrder()));
  }
}
