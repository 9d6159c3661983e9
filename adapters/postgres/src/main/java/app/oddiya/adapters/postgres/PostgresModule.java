package app.oddiya.adapters.postgres;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/// One migrated and pooled schema per process. The module of each context includes this one; the
/// app binds a [PostgresConfig] and closes the [Database] last.
@Module
public interface PostgresModule {

  @Provides
  @Singleton
  static Database database(PostgresConfig config) {
    return Database.open(config);
  }
}
