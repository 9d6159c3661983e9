package app.oddiya.adapters.postgres;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// One pooled schema per process. The module of each context includes this one; the
/// app binds a [PostgresConfig] and an [InstantSource], and ends its [PostgresLife] last.
@Module
public interface PostgresModule {

  @Provides
  @Singleton
  static Database database(PostgresConfig config, InstantSource clock) {
    return Database.open(config, clock);
  }

  /// Brings the schema up to date and does nothing else: what a service told to keep its
  /// migrations apart is run for once, before the others of its release start.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable when the server, or a lock, cannot be had; what
  ///     was done until then stays, and the next attempt goes on from there
  static void migrate(PostgresConfig config) {
    Migrations.run(config);
  }

  @Provides
  static PostgresLife life(Database database) {
    return new PostgresLife(database::answers, database::measure, database::close);
  }
}
