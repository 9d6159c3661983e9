package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.testkit.contract.PlanReviserContract;

class MemoryPlanReviserTest implements PlanReviserContract {

  private MemoryPlanReviser reviser = new MemoryPlanReviser(_ -> new Revising.NotUnderstood());

  @Override
  public PlanReviser telling(Revising end) {
    reviser = new MemoryPlanReviser(_ -> end);
    return reviser;
  }

  @Override
  public Asked asked() {
    MemoryPlanReviser.Asked last = reviser.asked().getLast();
    return new Asked(last.trip(), last.instruction(), last.locked(), last.held());
  }

  @Override
  public PlanReviser down() {
    reviser.goDown();
    return reviser;
  }
}
