package app.oddiya.adapters.postgres.video;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.adapters.postgres.PostgresTombstones;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.video.job.Departures;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.Uploads;
import app.oddiya.domain.video.job.VideoJobs;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Keeps what the video context keeps in PostgreSQL.
@Module(includes = PostgresModule.class)
public interface VideoPostgresModule {

  /// What is open: `pending`, `processing`, `oldest_seconds`, `unsent_render`, `unsent_announce`.
  String BACKLOG = "backlog";

  @Provides
  @Named(BACKLOG)
  static Supplier<Map<String, Double>> backlog(Database database, InstantSource clock) {
    return new PostgresBacklog(database, clock)::read;
  }

  @Provides
  @Singleton
  static VideoJobs videoJobs(Database database) {
    return new PostgresVideoJobs(database);
  }

  @Provides
  @Singleton
  static Outbox outbox(Database database) {
    return new PostgresOutbox(database);
  }

  @Provides
  @Singleton
  static Tombstones tombstones(Database database) {
    return new PostgresTombstones(
        database,
        PostgresConfig.Schema.VIDEO,
        List.of(
            "delete from video_jobs where user_id = :user",
            "delete from uploads where user_id = :user",
            "delete from leftovers where user_id = :user"));
  }

  @Provides
  @Singleton
  static Uploads uploads(Database database) {
    return new PostgresUploads(database);
  }

  @Provides
  @Singleton
  static Leftovers leftovers(Database database) {
    return new PostgresLeftovers(database);
  }

  @Provides
  @Singleton
  static Departures departures(Database database) {
    return new PostgresDepartures(database);
  }
}
