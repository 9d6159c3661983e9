package app.oddiya.apps.videoworker;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsLife;
import app.oddiya.adapters.aws.video.VideoAwsConfig;
import app.oddiya.adapters.aws.video.VideoAwsModule;
import app.oddiya.adapters.ffmpeg.video.FfmpegConfig;
import app.oddiya.adapters.ffmpeg.video.FfmpegModule;
import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresLife;
import app.oddiya.adapters.postgres.video.VideoPostgresModule;
import app.oddiya.adapters.services.video.UserServiceConfig;
import app.oddiya.adapters.services.video.VideoServicesModule;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.video.job.WorkFolders;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/// The parts of the video worker, put together.
@Singleton
@Component(
    modules = {
      WorkerComponent.Settled.class,
      VideoPostgresModule.class,
      VideoAwsModule.class,
      VideoServicesModule.class,
      FfmpegModule.class,
      WorkerModule.class
    })
interface WorkerComponent {

  /// They run from the moment they are asked for.
  WorkerLoops loops();

  ScheduledPulse pulse();

  PostgresLife database();

  AwsLife aws();

  ServiceClients siblings();

  /// What waits, by the database and by the queue.
  MeterBinder backlog();

  @Component.Factory
  interface Factory {
    WorkerComponent create(@BindsInstance Config config);
  }

  /// What the environment has settled.
  @Module
  interface Settled {

    @Provides
    static InstantSource clock() {
      return InstantSource.system();
    }

    @Provides
    static Tracer tracer(Config config) {
      return config.web().tracer();
    }

    @Provides
    static PostgresConfig database(Config config) {
      return config.database();
    }

    @Provides
    static AwsConfig aws(Config config) {
      return config.aws();
    }

    @Provides
    static VideoAwsConfig names(Config config) {
      return config.names();
    }

    @Provides
    static UserServiceConfig user(Config config) {
      return config.user();
    }

    @Provides
    static FfmpegConfig ffmpeg(Config config) {
      return config.ffmpeg();
    }

    @Provides
    static MeterBinder backlog(
        @Named(VideoPostgresModule.BACKLOG) Supplier<Map<String, Double>> open,
        @Named(VideoAwsModule.DEPTH) Supplier<Map<String, Double>> depth) {
      return Backlog.of(open, depth);
    }

    @Provides
    @Singleton
    static WorkFolders folders(Config config) {
      return TemporaryFolders.below(config.workFolder());
    }

    @Provides
    @Singleton
    static ServiceClients siblings(Config config, InstantSource clock) {
      return ServiceClients.signing(
          InternalTokens.read("video-worker", config.internalKey(), clock), clock);
    }
  }
}
