package app.oddiya.apps.videoworker;

import app.oddiya.adapters.aws.video.VideoAwsModule;
import app.oddiya.application.video.AnnounceEnd;
import app.oddiya.application.video.MakeFilm;
import app.oddiya.application.video.Pulse;
import app.oddiya.application.video.RelayOutbox;
import app.oddiya.application.video.RenderNextVideo;
import app.oddiya.application.video.RequeueDeadLetters;
import app.oddiya.application.video.SweepOverdueJobs;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.video.film.MusicDecoder;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.Previewer;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.job.JobEvents;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.OutboxMessage.Topic;
import app.oddiya.domain.video.job.Phones;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.Pushes;
import app.oddiya.domain.video.job.UserFiles;
import app.oddiya.domain.video.job.VideoJobs;
import app.oddiya.domain.video.job.WorkFolders;
import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The use cases of the worker on whatever ports there are, and the loops that run them. Public for
/// the drill, which runs these very loops with a renderer that takes no time.
@Module
public interface WorkerModule {

  @Provides
  @Singleton
  static ScheduledPulse scheduledPulse() {
    return new ScheduledPulse();
  }

  @Binds
  Pulse pulse(ScheduledPulse pulse);

  /// Calls the workers, this one among them.
  @Provides
  @Singleton
  @Named("render")
  static RelayOutbox renderRelay(
      Outbox outbox, JobQueue queue, Tracer tracer, InstantSource clock) {
    return new RelayOutbox(outbox, Topic.RENDER, queue::send, tracer, clock);
  }

  /// Tells owners and listeners. Apart from the other, so that a push service which does not answer
  /// holds up no film.
  @Provides
  @Singleton
  @Named("announce")
  static RelayOutbox announceRelay(
      Outbox outbox,
      VideoJobs jobs,
      JobEvents events,
      Phones phones,
      Pushes pushes,
      Tracer tracer,
      InstantSource clock) {
    var announceEnd = new AnnounceEnd(jobs, events, phones, pushes);
    return new RelayOutbox(outbox, Topic.ANNOUNCE, announceEnd, tracer, clock);
  }

  @Provides
  @Singleton
  static MakeFilm makeFilm(
      PhotoStore store,
      PhotoDecoder photos,
      MusicDecoder music,
      Previewer previewer,
      Renderer renderer,
      InstantSource clock) {
    return new MakeFilm(store, photos, music, previewer, renderer, clock);
  }

  @Provides
  @Singleton
  static Relays relays(
      @Named("render") RelayOutbox render, @Named("announce") RelayOutbox announce) {
    return new Relays(render, announce);
  }

  @Provides
  @Singleton
  static WorkerLoops loops(
      VideoJobs jobs,
      JobQueue queue,
      @Named(VideoAwsModule.DEAD_LETTERS) JobQueue deadLetters,
      MakeFilm film,
      UserFiles files,
      WorkFolders folders,
      Pulse pulse,
      Relays relays,
      Tracer tracer,
      InstantSource clock) {
    var sweep = new SweepOverdueJobs(jobs, relays::wake, clock);
    var requeue = new RequeueDeadLetters(deadLetters, jobs, relays::wake, clock);
    var render =
        new RenderNextVideo(jobs, queue, film, files, folders, pulse, relays::wake, tracer, clock);
    return new WorkerLoops(relays, new SweepRound(sweep, requeue), new RenderRound(render, sweep));
  }
}
