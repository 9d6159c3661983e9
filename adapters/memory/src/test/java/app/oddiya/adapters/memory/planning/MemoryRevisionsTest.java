package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.RevisionsContract;

class MemoryRevisionsTest implements RevisionsContract {

  private final MemoryPlans plans = new MemoryPlans();
  private final MemoryRevisions revisions = new MemoryRevisions(plans);

  @Override
  public Revisions revisions() {
    return revisions;
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
