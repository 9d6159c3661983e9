package app.oddiya.adapters.postgres;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// One migrated and pooled schema per process. The module of each context includes this one; the
/// app binds a [PostgresConfig] and an [InstantSource], and ends its [PostgresLife] last.
@Module
public interface PostgresModule {

  @Provides
  @Singleton
  static Database database(PostgresConfig config, InstantSource clock) {
    return Database.open(config, clock);
  }

  @Provides
  static PostgresLife life(Database database) {
    return new PostgresLife(database::answers, database::close);
  }
}
