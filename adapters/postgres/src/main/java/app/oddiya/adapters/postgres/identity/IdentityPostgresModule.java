package app.oddiya.adapters.postgres.identity;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.Users;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

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
}
