package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.PlanPhones;
import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.testkit.contract.PlanPhonesContract;
import java.util.List;

class MemoryPlanPhonesTest implements PlanPhonesContract {

  private final MemoryPlanPhones phones = new MemoryPlanPhones();

  @Override
  public PlanPhones phones() {
    return phones;
  }

  @Override
  public void registered(List<Phone> all) {
    phones.put(OWNER, all);
  }
}
