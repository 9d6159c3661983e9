package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Watches;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.WatchesContract;

class MemoryWatchesTest implements WatchesContract {

  private final MemoryPlans plans = new MemoryPlans();
  private final MemoryWatches watches = new MemoryWatches(plans);

  @Override
  public Watches watches() {
    return watches;
  }

  @Override
  public Plans plans() {
    return plans;
  }

  @Override
  public Tombstones tombstones() {
    return plans.tombstones();
  }
}
