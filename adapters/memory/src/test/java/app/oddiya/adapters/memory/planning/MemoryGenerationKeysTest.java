package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.GenerationKeysContract;

class MemoryGenerationKeysTest implements GenerationKeysContract {

  private final MemoryPlans plans = new MemoryPlans();
  private final GenerationKeys keys = new MemoryGenerationKeys(plans);

  @Override
  public GenerationKeys keys() {
    return keys;
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
