package app.oddiya.adapters.memory.planning;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.PlansContract;

class MemoryPlansTest implements PlansContract {

  private final MemoryHeldPlaces places = new MemoryHeldPlaces();
  private final MemoryPlans plans = new MemoryPlans(new MemoryTombstones(), places);

  @Override
  public Plans plans() {
    return plans;
  }

  @Override
  public HeldPlaces places() {
    return places;
  }

  @Override
  public Tombstones tombstones() {
    return plans.tombstones();
  }
}
