package app.oddiya.adapters.memory.video;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.DeparturesContract;
import app.oddiya.domain.video.job.Departures;

class MemoryDeparturesTest implements DeparturesContract {

  private final MemoryTombstones tombstones = new MemoryTombstones();
  private final Departures departures = new MemoryDepartures(tombstones);

  @Override
  public Departures departures() {
    return departures;
  }

  @Override
  public Tombstones tombstones() {
    return tombstones;
  }
}
