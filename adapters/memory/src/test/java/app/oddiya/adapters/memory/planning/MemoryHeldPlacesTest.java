package app.oddiya.adapters.memory.planning;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.testkit.contract.HeldPlacesContract;

class MemoryHeldPlacesTest implements HeldPlacesContract {

  private final MemoryHeldPlaces places = new MemoryHeldPlaces();
  private final MemoryPlans plans = new MemoryPlans(new MemoryTombstones(), places);

  @Override
  public HeldPlaces places() {
    return places;
  }

  @Override
  public Plans plans() {
    return plans;
  }
}
