package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.Spending;
import app.oddiya.domain.testkit.contract.SpendingContract;

class MemorySpendingTest implements SpendingContract {

  private final Spending spending = new MemorySpending(CAPS);

  @Override
  public Spending spending() {
    return spending;
  }
}
