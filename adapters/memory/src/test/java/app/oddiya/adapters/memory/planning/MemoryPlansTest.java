package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.PlansContract;

class MemoryPlansTest implements PlansContract {

  private final MemoryPlans plans = new MemoryPlans();

  @Override
  public Plans plans() {
    return plans;
  }

  @Override
  public Tombstones tombstones() {
    return plans.tombstones();
  }
}
