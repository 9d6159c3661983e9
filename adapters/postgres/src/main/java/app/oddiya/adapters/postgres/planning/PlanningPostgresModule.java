package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.Plans;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/// Keeps what the planning context keeps in PostgreSQL.
@Module(includes = PostgresModule.class)
public interface PlanningPostgresModule {

  @Provides
  @Singleton
  static Plans plans(Database database) {
    return new PostgresPlans(database);
  }

  @Provides
  @Singleton
  static GenerationKeys generationKeys(Database database) {
    return new PostgresGenerationKeys(database);
  }
}
