package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.testkit.contract.PlansContract;

class MemoryPlansTest implements PlansContract {

  private final Plans plans = new MemoryPlans();

  @Override
  public Plans plans() {
    return plans;
  }
}
