package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.testkit.contract.PlanCheckerContract;
import app.oddiya.domain.testkit.time.SettableClock;

class MemoryPlanCheckerTest implements PlanCheckerContract {

  private final MemoryPlanChecker checker = MemoryPlanChecker.passing(new SettableClock());

  @Override
  public PlanChecker telling(Checking end) {
    checker.say(end);
    return checker;
  }

  @Override
  public Asked asked() {
    MemoryPlanChecker.Asked last = checker.asked().getLast();
    return new Asked(last.sketch(), last.held());
  }

  @Override
  public PlanChecker down() {
    checker.goDown();
    return checker;
  }
}
