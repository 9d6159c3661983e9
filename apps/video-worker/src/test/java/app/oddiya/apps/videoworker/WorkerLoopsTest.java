package app.oddiya.apps.videoworker;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.adapters.memory.video.MemoryJobQueue;
import app.oddiya.adapters.memory.video.MemoryLeftovers;
import app.oddiya.adapters.memory.video.MemoryMusicDecoder;
import app.oddiya.adapters.memory.video.MemoryOutbox;
import app.oddiya.adapters.memory.video.MemoryPhotoDecoder;
import app.oddiya.adapters.memory.video.MemoryPhotoStore;
import app.oddiya.adapters.memory.video.MemoryRenderer;
import app.oddiya.adapters.memory.video.MemoryTrips;
import app.oddiya.adapters.memory.video.MemoryUploads;
import app.oddiya.adapters.memory.video.MemoryVideoJobs;
import app.oddiya.adapters.memory.video.MemoryWorkFolders;
import app.oddiya.application.video.MakeFilm;
import app.oddiya.application.video.RelayOutbox;
import app.oddiya.application.video.RequestUploads;
import app.oddiya.application.video.RequestVideo;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.OutboxMessage.Topic;
import app.oddiya.domain.video.job.Quota;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.WantedUpload;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The loops, running by themselves on memory adapters.
class WorkerLoopsTest {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final UserId MINA = new UserId(1);
  private static final Quota QUOTA = new Quota(100, 1_000_000);

  private final MemoryOutbox outbox = new MemoryOutbox();
  private final MemoryVideoJobs jobs = new MemoryVideoJobs(outbox);
  private final MemoryJobQueue queue = new MemoryJobQueue(CLOCK);
  private final MemoryPhotoStore store = new MemoryPhotoStore(Videos.BUCKET, CLOCK);
  private final MemoryWorkFolders folders = new MemoryWorkFolders();
  private final ScheduledPulse pulse = new ScheduledPulse();
  private final BlockingQueue<JobId> announced = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    pulse.close();
  }

  @Test
  void anOrderIsMadeAndAnnouncedWithoutAnybodysHelp() throws InterruptedException {
    try (var _ = loops(new MemoryRenderer(CLOCK))) {
      JobId id = ordered();

      assertThat(announced.poll(30, TimeUnit.SECONDS)).isEqualTo(id);
      assertThat(job(id)).isInstanceOf(VideoJob.Completed.class);
    }
    assertThat(folders.left()).isEmpty();
  }

  @Test
  void stoppingGivesTheJobBackAndCallsTheNextWorker() throws InterruptedException {
    var rendering = new CountDownLatch(1);
    Renderer endless =
        (storyboard, folder, progress, deadline) -> {
          rendering.countDown();
          new CountDownLatch(1).await();
          throw new AssertionError("not reached");
        };
    JobId id;
    try (var _ = loops(endless)) {
      id = ordered();
      assertThat(rendering.await(30, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(job(id)).isInstanceOf(VideoJob.Pending.class);
    assertThat(folders.left()).isEmpty();
    try (var _ = loops(new MemoryRenderer(CLOCK))) {
      assertThat(announced.poll(30, TimeUnit.SECONDS)).isEqualTo(id);
    }
  }

  private WorkerLoops loops(Renderer renderer) {
    return WorkerModule.loops(
        jobs,
        queue,
        new MemoryJobQueue(CLOCK),
        new MakeFilm(
            store,
            new MemoryPhotoDecoder(CLOCK),
            new MemoryMusicDecoder(CLOCK),
            new MemoryRenderer(CLOCK),
            renderer,
            CLOCK),
        store,
        folders,
        pulse,
        new Relays(
            new RelayOutbox(outbox, Topic.RENDER, queue::send, Tracer.NONE, CLOCK),
            new RelayOutbox(
                outbox, Topic.ANNOUNCE, (job, _) -> announced.add(job), Tracer.NONE, CLOCK)),
        Tracer.NONE,
        CLOCK);
  }

  /// Nobody is told that a message lies in the outbox: the relay looks by itself.
  private JobId ordered() {
    var requestVideo = new RequestVideo(jobs, store, new MemoryTrips(), QUOTA, () -> {}, CLOCK);
    var order = Videos.plain(List.of(uploaded(), uploaded()));
    return switch (requestVideo.request(MINA, UUID.randomUUID(), order, soon())) {
      case RequestVideo.Outcome.Accepted(JobId job) -> job;
      case RequestVideo.Outcome other -> throw new AssertionError(other.toString());
    };
  }

  private FileUrl uploaded() {
    byte[] photo = MemoryPhotoDecoder.photo(4032, 3024);
    var wanted =
        new WantedUpload(WantedUpload.Kind.PHOTO, "image/jpeg", photo.length, Optional.empty());
    var uploads = new MemoryUploads(jobs, new MemoryLeftovers(), new MemoryTombstones());
    var requestUploads = new RequestUploads(store, uploads, QUOTA, UUID::randomUUID, CLOCK);
    var permitted =
        (RequestUploads.Outcome.Permitted) requestUploads.request(MINA, List.of(wanted), soon());
    RequestUploads.Upload upload = permitted.uploads().getFirst();
    assertThat(store.send(upload.ticket(), "image/jpeg", photo)).isTrue();
    return upload.file();
  }

  private VideoJob job(JobId id) {
    return jobs.find(id, soon()).orElseThrow();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(5), CLOCK);
  }
}
