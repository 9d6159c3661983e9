package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.GenerationKeysContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresGenerationKeysTest implements GenerationKeysContract {

  @RegisterExtension static final MigratedDatabase plan = new MigratedDatabase(Schema.PLAN);

  @Override
  public Tombstones tombstones() {
    return PlanningPostgresModule.tombstones(plan.database());
  }

  @Override
  public GenerationKeys keys() {
    return new PostgresGenerationKeys(plan.database(), PlanScribe.plain());
  }

  @Override
  public Plans plans() {
    return new PostgresPlans(plan.database(), PlanScribe.plain());
  }
}
