package app.oddiya.apps.plan;

import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Settings;
import java.util.Map;

/// Starts the plan service; with `migrate` as its only argument it migrates its schema instead.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Service.main(args, Main::start, Main::migrate);
  }

  /// Brings the schema up to date; asks nothing of the environment but where it is.
  static void migrate(Map<String, String> environment) {
    PostgresModule.migrate(Settings.read(environment, Config::database));
  }

  public static RunningService start(Map<String, String> environment) {
    Config config = Settings.read(environment, Config::from);
    PlanComponent plan = DaggerPlanComponent.factory().create(config);
    return Service.of(config.web())
        .routes(plan.routes())
        .refusingDeleted(plan.tombstones()::isDeleted)
        .measuring(plan.database().meters())
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
