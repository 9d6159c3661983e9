package app.oddiya.adapters.memory.shared;

import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.TombstonesContract;

class MemoryTombstonesTest implements TombstonesContract {

  private final MemoryTombstones tombstones = new MemoryTombstones();

  @Override
  public Tombstones tombstones() {
    return tombstones;
  }
}
