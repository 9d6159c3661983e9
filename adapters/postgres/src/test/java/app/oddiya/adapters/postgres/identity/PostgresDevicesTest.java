package app.oddiya.adapters.postgres.identity;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.DevicesContract;
import app.oddiya.domain.testkit.story.Persons;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDevicesTest implements DevicesContract {

  @RegisterExtension static final MigratedDatabase POSTGRES = new MigratedDatabase(Schema.USER);

  @Override
  public Devices devices() {
    return new PostgresDevices(POSTGRES.database());
  }

  @Override
  public UserId owner() {
    Deadline soon = Deadline.in(Duration.ofSeconds(10), InstantSource.system());
    return new PostgresUsers(POSTGRES.database(), InstantSource.system())
        .findOrCreate(Persons.somebody(), soon)
        .user();
  }
}
