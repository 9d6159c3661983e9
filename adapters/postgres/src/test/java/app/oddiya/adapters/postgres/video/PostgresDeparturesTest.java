package app.oddiya.adapters.postgres.video;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.DeparturesContract;
import app.oddiya.domain.testkit.contract.TombstonesContract;
import app.oddiya.domain.video.job.Departures;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDeparturesTest implements DeparturesContract, TombstonesContract {

  @RegisterExtension static final MigratedDatabase video = new MigratedDatabase(Schema.VIDEO);

  @Override
  public Departures departures() {
    return new PostgresDepartures(video.database());
  }

  @Override
  public Tombstones tombstones() {
    return VideoPostgresModule.tombstones(video.database());
  }
}
