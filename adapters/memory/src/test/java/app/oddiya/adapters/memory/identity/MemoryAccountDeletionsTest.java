package app.oddiya.adapters.memory.identity;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.identity.account.AccountDeletions;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.AccountDeletionsContract;
import app.oddiya.domain.testkit.time.SettableClock;

class MemoryAccountDeletionsTest implements AccountDeletionsContract {

  private final MemoryTombstones tombstones = new MemoryTombstones();
  private final MemoryUsers users = new MemoryUsers(new SettableClock());
  private final MemoryDevices devices = new MemoryDevices(tombstones);
  private final AccountDeletions deletions = new MemoryAccountDeletions(users, devices, tombstones);

  @Override
  public AccountDeletions deletions() {
    return deletions;
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public Devices devices() {
    return devices;
  }

  @Override
  public Tombstones tombstones() {
    return tombstones;
  }
}
