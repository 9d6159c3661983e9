package app.oddiya.apps.video;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsLife;
import app.oddiya.adapters.aws.video.VideoAwsConfig;
import app.oddiya.adapters.aws.video.VideoAwsModule;
import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresLife;
import app.oddiya.adapters.postgres.video.VideoPostgresModule;
import app.oddiya.adapters.services.video.PlanServiceConfig;
import app.oddiya.adapters.services.video.VideoServicesModule;
import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.adapters.web.Routes;
import app.oddiya.application.video.DeleteVideo;
import app.oddiya.application.video.ExportVideos;
import app.oddiya.application.video.ForgetOwner;
import app.oddiya.application.video.ListVideos;
import app.oddiya.application.video.ReadVideo;
import app.oddiya.application.video.RelayOutbox;
import app.oddiya.application.video.RequestUploads;
import app.oddiya.application.video.RequestVideo;
import app.oddiya.application.video.SweepDepartures;
import app.oddiya.application.video.SweepLeftovers;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.video.job.Departures;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.OutboxMessage;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.Quota;
import app.oddiya.domain.video.job.Trips;
import app.oddiya.domain.video.job.Uploads;
import app.oddiya.domain.video.job.UserFiles;
import app.oddiya.domain.video.job.VideoJobs;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/// The parts of the video service, put together.
@Singleton
@Component(
    modules = {
      VideoComponent.Settled.class,
      VideoPostgresModule.class,
      VideoAwsModule.class,
      VideoServicesModule.class,
      VideoComponent.Parts.class
    })
interface VideoComponent {

  String RELAY = "relay";
  String SWEEPER = "sweeper";
  String LEFTOVERS = "leftovers";

  Routes routes();

  /// Runs from the moment it is asked for.
  @Named(RELAY)
  BackgroundLoop relay();

  /// Runs from the moment it is asked for.
  @Named(SWEEPER)
  BackgroundLoop sweeper();

  /// Runs from the moment it is asked for.
  @Named(LEFTOVERS)
  BackgroundLoop leftovers();

  Tombstones tombstones();

  PostgresLife database();

  AwsLife aws();

  ServiceClients siblings();

  @Component.Factory
  interface Factory {
    VideoComponent create(@BindsInstance Config config);
  }

  /// What the environment has settled.
  @Module
  interface Settled {

    @Provides
    static InstantSource clock() {
      return InstantSource.system();
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
    static Quota quota(Config config) {
      return config.quota();
    }

    @Provides
    static PlanServiceConfig plan(Config config) {
      return config.plan();
    }

    @Provides
    @Singleton
    static ServiceClients siblings(Config config, InstantSource clock) {
      return ServiceClients.signing(
          InternalTokens.read("video", config.internalKey(), clock), clock);
    }
  }

  @Module
  interface Parts {

    /// When nobody says that something has been written: after a crash, or after an outage of the
    /// queue.
    Duration POLL = Duration.ofSeconds(1);

    Duration STOP = Duration.ofSeconds(10);

    /// After a round that found nobody.
    Duration REST = Duration.ofSeconds(15);

    @Provides
    @Singleton
    @Named(SWEEPER)
    static BackgroundLoop sweeper(Departures departures, UserFiles files, InstantSource clock) {
      var sweep = new SweepDepartures(departures, files, clock);
      return BackgroundLoop.start(
          "departures", STOP, () -> sweep.sweep() > 0 ? Duration.ZERO : REST);
    }

    @Provides
    @Singleton
    @Named(LEFTOVERS)
    static BackgroundLoop leftovers(
        Leftovers leftovers, Uploads uploads, UserFiles files, InstantSource clock) {
      var sweep = new SweepLeftovers(leftovers, uploads, files, clock);
      return BackgroundLoop.start("leftovers", STOP, () -> sweep.sweep() ? Duration.ZERO : REST);
    }

    @Provides
    @Singleton
    @Named(RELAY)
    static BackgroundLoop relay(Config config, Outbox outbox, JobQueue queue, InstantSource clock) {
      var relay =
          new RelayOutbox(
              outbox, OutboxMessage.Topic.RENDER, queue::send, config.web().tracer(), clock);
      return BackgroundLoop.start("relay", STOP, () -> relay.relay() ? Duration.ZERO : POLL);
    }

    @Provides
    static Routes routes(
        VideoJobs jobs,
        PhotoStore store,
        UserFiles files,
        Trips trips,
        Uploads uploads,
        Tombstones tombstones,
        Quota quota,
        @Named(RELAY) BackgroundLoop relay,
        InstantSource clock) {
      var uploading =
          new UploadRoutes(new RequestUploads(store, uploads, quota, UUID::randomUUID, clock));
      var videos =
          new VideoRoutes(
              new RequestVideo(jobs, store, trips, quota, relay::wake, clock),
              new ReadVideo(jobs, store),
              new ListVideos(jobs, store),
              new DeleteVideo(jobs, files, clock));
      var personalData =
          new PersonalDataRoutes(
              new ExportVideos(jobs, files, clock), new ForgetOwner(tombstones, files, clock));
      return uploading.all().and(videos.all()).and(TemplateRoutes.all()).and(personalData.all());
    }
  }
}
