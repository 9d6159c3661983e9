package app.oddiya.adapters.postgres.video;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.VideoJobs;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/// Keeps what the video context keeps in PostgreSQL.
@Module(includes = PostgresModule.class)
public interface VideoPostgresModule {

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
}
