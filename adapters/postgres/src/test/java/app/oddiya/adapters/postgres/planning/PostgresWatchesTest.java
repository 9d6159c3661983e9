package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Watches;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.WatchesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWatchesTest implements WatchesContract {

  @RegisterExtension static final MigratedDatabase plan = new MigratedDatabase(Schema.PLAN);

  @Override
  public Watches watches() {
    return PlanningPostgresModule.watches(plan.database());
  }

  @Override
  public Plans plans() {
    return PlanningPostgresModule.plans(plan.database(), PlanScribe.plain());
  }

  @Override
  public Tombstones tombstones() {
    return PlanningPostgresModule.tombstones(plan.database());
  }
}
