package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.TombstonesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlanningTombstonesTest implements TombstonesContract {

  @RegisterExtension static final MigratedDatabase plan = new MigratedDatabase(Schema.PLAN);

  @Override
  public Tombstones tombstones() {
    return PlanningPostgresModule.tombstones(plan.database());
  }
}
