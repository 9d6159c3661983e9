package app.oddiya.apps.videoworker;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsLife;
import app.oddiya.adapters.aws.video.VideoAwsConfig;
import app.oddiya.adapters.aws.video.VideoAwsModule;
import app.oddiya.adapters.memory.video.MemoryPhotoDecoder;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresLife;
import app.oddiya.adapters.postgres.video.VideoPostgresModule;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.job.Departures;
import app.oddiya.domain.video.job.JobEvents;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.Pushes;
import app.oddiya.domain.video.job.Uploads;
import app.oddiya.domain.video.job.UserFiles;
import app.oddiya.domain.video.job.VideoJobs;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The worker's ports on real stores, by a clock of the test's, without a codec.
@Singleton
@Component(
    modules = {
      VideoPostgresModule.class,
      VideoAwsModule.class,
      WorkshopComponent.WithoutCodec.class
    })
interface WorkshopComponent {

  VideoJobs jobs();

  Outbox outbox();

  JobQueue queue();

  PhotoStore store();

  UserFiles files();

  Uploads uploads();

  Leftovers leftovers();

  Tombstones tombstones();

  Departures departures();

  JobEvents events();

  Pushes pushes();

  PhotoDecoder decoder();

  PostgresLife database();

  AwsLife aws();

  @Component.Factory
  interface Factory {
    WorkshopComponent create(
        @BindsInstance InstantSource clock,
        @BindsInstance PostgresConfig database,
        @BindsInstance AwsConfig aws,
        @BindsInstance VideoAwsConfig names);
  }

  @Module
  interface WithoutCodec {

    @Provides
    static PhotoDecoder decoder(InstantSource clock) {
      return new MemoryPhotoDecoder(clock);
    }
  }
}
