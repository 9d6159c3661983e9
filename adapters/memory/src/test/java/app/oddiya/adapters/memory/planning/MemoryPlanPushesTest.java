package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.planning.plan.PlanPhones.Platform;
import app.oddiya.domain.planning.plan.PlanPushes;
import app.oddiya.domain.testkit.contract.PlanPushesContract;
import java.util.List;

class MemoryPlanPushesTest implements PlanPushesContract {

  private final MemoryPlanPushes pushes = new MemoryPlanPushes();

  @Override
  public PlanPushes pushes() {
    return pushes;
  }

  @Override
  public Phone phone(Platform platform) {
    Phone phone = new Phone(platform, "endpoint of " + platform, "ko");
    pushes.enable(phone);
    return phone;
  }

  @Override
  public void disable(Phone phone) {
    pushes.disable(phone);
  }

  @Override
  public List<Shown> shown(Phone phone) {
    return pushes.shown(phone).stream()
        .map(it -> new Shown(it.title(), it.plan().toString(), it.proposal().toString()))
        .toList();
  }
}
