package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.RevisionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRevisionsTest implements RevisionsContract {

  @RegisterExtension static final MigratedDatabase plan = new MigratedDatabase(Schema.PLAN);

  @Override
  public Revisions revisions() {
    return new PostgresRevisions(plan.database());
  }

  @Override
  public Plans plans() {
    return new PostgresPlans(plan.database(), PlanScribe.plain());
  }

  @Override
  public Tombstones tombstones() {
    return PlanningPostgresModule.tombstones(plan.database());
  }
}
