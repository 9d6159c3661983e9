package app.oddiya.apps.plan;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Settings;
import java.util.Map;

/// Starts the plan service.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Service.main(Main::start);
  }

  public static RunningService start(Map<String, String> environment) {
    Config config = Settings.read(environment, Config::from);
    PlanComponent plan = DaggerPlanComponent.factory().create(config);
    return Service.of(config.web())
        .routes(plan.routes())
        .refusingDeleted(plan.tombstones()::isDeleted)
        .readyWhen("database", plan.database().ready())
        .closing(plan.database().close()::run)
        .closing(plan.siblings())
        .closing(plan.tombstoneKeeper())
        .closing(plan.pushes())
        .closing(plan.planWatch())
        .closing(plan.generations())
        .start();
  }
}
