package app.oddiya.adapters.postgres.identity;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.identity.account.AccountDeletions;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.AccountDeletionsContract;
import app.oddiya.domain.testkit.contract.TombstonesContract;
import app.oddiya.domain.testkit.time.SettableClock;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAccountDeletionsTest implements AccountDeletionsContract, TombstonesContract {

  @RegisterExtension static final MigratedDatabase POSTGRES = new MigratedDatabase(Schema.USER);

  @Override
  public AccountDeletions deletions() {
    return new PostgresAccountDeletions(POSTGRES.database());
  }

  @Override
  public Users users() {
    return new PostgresUsers(POSTGRES.database(), new SettableClock());
  }

  @Override
  public Devices devices() {
    return new PostgresDevices(POSTGRES.database());
  }

  @Override
  public Tombstones tombstones() {
    return IdentityPostgresModule.tombstones(POSTGRES.database());
  }
}
