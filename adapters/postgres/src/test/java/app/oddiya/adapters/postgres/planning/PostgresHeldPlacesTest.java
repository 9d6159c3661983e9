package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.testkit.contract.HeldPlacesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresHeldPlacesTest implements HeldPlacesContract {

  @RegisterExtension static final MigratedDatabase plan = new MigratedDatabase(Schema.PLAN);

  @Override
  public HeldPlaces places() {
    return new PostgresHeldPlaces(plan.database());
  }

  @Override
  public Plans plans() {
    return new PostgresPlans(plan.database(), PlanScribe.plain());
  }
}
