package app.oddiya.adapters.postgres.identity;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.adapters.postgres.PostgresTombstones;
import app.oddiya.domain.identity.account.AccountDeletions;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.Tombstones;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Keeps what the identity context keeps in PostgreSQL.
@Module(includes = PostgresModule.class)
public interface IdentityPostgresModule {

  @Provides
  @Singleton
  static Users users(Database database, InstantSource clock) {
    return new PostgresUsers(database, clock);
  }

  @Provides
  @Singleton
  static Devices devices(Database database) {
    return new PostgresDevices(database);
  }

  @Provides
  @Singleton
  static AccountDeletions accountDeletions(Database database) {
    return new PostgresAccountDeletions(database);
  }

  @Provides
  @Singleton
  static Tombstones tombstones(Database database) {
    return new PostgresTombstones(
        database, PostgresConfig.Schema.USER, List.of("delete from users where id = :user"));
  }
}
