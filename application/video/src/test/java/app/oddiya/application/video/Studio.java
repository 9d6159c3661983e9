package app.oddiya.application.video;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.adapters.memory.video.MemoryDepartures;
import app.oddiya.adapters.memory.video.MemoryJobEvents;
import app.oddiya.adapters.memory.video.MemoryJobQueue;
import app.oddiya.adapters.memory.video.MemoryLeftovers;
import app.oddiya.adapters.memory.video.MemoryMusicDecoder;
import app.oddiya.adapters.memory.video.MemoryOutbox;
import app.oddiya.adapters.memory.video.MemoryPhones;
import app.oddiya.adapters.memory.video.MemoryPhotoDecoder;
import app.oddiya.adapters.memory.video.MemoryPhotoStore;
import app.oddiya.adapters.memory.video.MemoryPushes;
import app.oddiya.adapters.memory.video.MemoryRenderer;
import app.oddiya.adapters.memory.video.MemoryTrips;
import app.oddiya.adapters.memory.video.MemoryUploads;
import app.oddiya.adapters.memory.video.MemoryVideoJobs;
import app.oddiya.adapters.memory.video.MemoryWorkFolders;
import app.oddiya.application.video.RenderNextVideo.Round;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.testkit.time.SettableClock;
import app.oddiya.domain.video.film.Previewer;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.OutboxMessage.Topic;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.Quota;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJobs;
import app.oddiya.domain.video.job.VideoRequest;
import app.oddiya.domain.video.job.WantedUpload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The whole video side on memory adapters, with a clock and a heartbeat that only the test moves.
final class Studio {

  static final UserId MINA = new UserId(1);
  static final Quota QUOTA = new Quota(100, 1_000_000);
  static final UserId JUN = new UserId(2);

  final SettableClock clock = new SettableClock();
  final MemoryOutbox outbox = new MemoryOutbox();
  final MemoryTombstones tombstones = new MemoryTombstones();
  final MemoryLeftovers leftovers = new MemoryLeftovers();
  final MemoryVideoJobs jobs = new MemoryVideoJobs(outbox, tombstones, leftovers);
  final MemoryUploads uploads = new MemoryUploads(jobs, leftovers, tombstones);
  final MemoryJobQueue queue = new MemoryJobQueue(clock);
  final MemoryJobQueue deadLetters = new MemoryJobQueue(clock);
  final MemoryPhotoStore store = new MemoryPhotoStore(Videos.BUCKET, clock);
  final MemoryTrips trips = new MemoryTrips();
  final MemoryPhones phones = new MemoryPhones();
  final MemoryPushes pushes = new MemoryPushes();
  final MemoryJobEvents events = new MemoryJobEvents();
  final MemoryWorkFolders folders = new MemoryWorkFolders();
  final MemoryRenderer renderer = new MemoryRenderer(clock);
  final HandPulse pulse = new HandPulse();

  final RequestUploads requestUploads =
      new RequestUploads(store, uploads, QUOTA, UUID::randomUUID, clock);
  final RequestVideo requestVideo = new RequestVideo(jobs, store, trips, QUOTA, this::relay, clock);
  final DeleteVideo deleteVideo = new DeleteVideo(jobs, store, clock);
  final SweepLeftovers sweepLeftovers = new SweepLeftovers(leftovers, uploads, store, clock);
  final ReadVideo readVideo = new ReadVideo(jobs, store);
  final SweepOverdueJobs sweepOverdueJobs = new SweepOverdueJobs(jobs, this::relay, clock);
  final RequeueDeadLetters requeueDeadLetters =
      new RequeueDeadLetters(deadLetters, jobs, this::relay, clock);

  final ForgetOwner forgetOwner = new ForgetOwner(tombstones, store, clock);
  final SweepDepartures sweepDepartures =
      new SweepDepartures(new MemoryDepartures(tombstones), store, clock);

  /// Delivers what lies in the outbox, as the relays do as soon as something is written.
  void relay() {
    new RelayOutbox(outbox, Topic.RENDER, queue::send, Tracer.NONE, clock).relay();
    var announceEnd = new AnnounceEnd(jobs, events, phones, pushes);
    new RelayOutbox(outbox, Topic.ANNOUNCE, announceEnd, Tracer.NONE, clock).relay();
  }

  /// A worker that does all as it should.
  Round work() throws InterruptedException {
    return worker(renderer).render(Duration.ZERO);
  }

  RenderNextVideo worker(Renderer with) {
    return worker(jobs, queue, store, with);
  }

  RenderNextVideo worker(VideoJobs rows, JobQueue messages, PhotoStore files, Renderer with) {
    return worker(rows, messages, files, with, renderer);
  }

  RenderNextVideo worker(
      VideoJobs rows, JobQueue messages, PhotoStore files, Renderer with, Previewer previewer) {
    var film =
        new MakeFilm(
            files,
            new MemoryPhotoDecoder(clock),
            new MemoryMusicDecoder(clock),
            previewer,
            with,
            clock);
    return new RenderNextVideo(
        rows, messages, film, store, folders, pulse, this::relay, Tracer.NONE, clock);
  }

  /// A photo of that content, uploaded as a phone does it.
  FileUrl uploaded(UserId owner, byte[] content) {
    var wanted =
        new WantedUpload(WantedUpload.Kind.PHOTO, "image/jpeg", content.length, Optional.empty());
    RequestUploads.Upload upload = permitted(owner, wanted);
    if (!store.send(upload.ticket(), "image/jpeg", content)) {
      throw new AssertionError("the store refused " + upload);
    }
    return upload.file();
  }

  RequestUploads.Upload permitted(UserId owner, WantedUpload wanted) {
    return switch (requestUploads.request(owner, List.of(wanted), soon())) {
      case RequestUploads.Outcome.Permitted(var uploads) -> uploads.getFirst();
      case RequestUploads.Outcome other -> throw new AssertionError(other.toString());
    };
  }

  FileUrl uploaded(UserId owner) {
    return uploaded(owner, MemoryPhotoDecoder.photo(4032, 3024));
  }

  /// A job that waits for a worker.
  JobId requested(UserId owner) {
    return requested(owner, Videos.plain(List.of(uploaded(owner), uploaded(owner))));
  }

  JobId requested(UserId owner, VideoRequest request) {
    return switch (requestVideo.request(owner, UUID.randomUUID(), request, soon())) {
      case RequestVideo.Outcome.Accepted(JobId job) -> job;
      case RequestVideo.Outcome other -> throw new AssertionError(other.toString());
    };
  }

  VideoJob job(JobId id) {
    return jobs.find(id, soon()).orElseThrow();
  }

  Deadline soon() {
    return Deadline.in(Duration.ofSeconds(5), clock);
  }
}
