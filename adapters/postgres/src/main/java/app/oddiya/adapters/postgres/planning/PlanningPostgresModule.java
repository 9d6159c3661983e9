package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.adapters.postgres.PostgresTombstones;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.planning.plan.Watches;
import app.oddiya.domain.shared.Tombstones;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.List;

/// Keeps what the planning context keeps in PostgreSQL.
@Module(includes = PostgresModule.class)
public interface PlanningPostgresModule {

  @Provides
  @Singleton
  static Plans plans(Database database, PlanScribe scribe) {
    return new PostgresPlans(database, scribe);
  }

  @Provides
  @Singleton
  static Revisions revisions(Database database) {
    return new PostgresRevisions(database);
  }

  @Provides
  @Singleton
  static HeldPlaces heldPlaces(Database database) {
    return new PostgresHeldPlaces(database);
  }

  @Provides
  @Singleton
  static GenerationKeys generationKeys(Database database, PlanScribe scribe) {
    return new PostgresGenerationKeys(database, scribe);
  }

  @Provides
  @Singleton
  static Shares shares(Database database) {
    return new PostgresShares(database);
  }

  @Provides
  @Singleton
  static Watches watches(Database database) {
    return new PostgresWatches(database);
  }

  @Provides
  @Singleton
  static Tombstones tombstones(Database database) {
    return new PostgresTombstones(
        database,
        PostgresConfig.Schema.PLAN,
        List.of(
            "delete from travel_plans where user_id = :user",
            "delete from generation_keys where user_id = :user"));
  }
}
