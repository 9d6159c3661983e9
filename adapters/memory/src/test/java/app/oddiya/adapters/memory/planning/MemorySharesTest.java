package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.SharesContract;

class MemorySharesTest implements SharesContract {

  private final MemoryPlans plans = new MemoryPlans();
  private final MemoryShares shares = new MemoryShares(plans);

  @Override
  public Shares shares() {
    return shares;
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
