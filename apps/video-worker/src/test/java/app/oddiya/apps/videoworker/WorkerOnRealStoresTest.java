package app.oddiya.apps.videoworker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.video.VideoAwsConfig;
import app.oddiya.adapters.memory.video.MemoryMusicDecoder;
import app.oddiya.adapters.memory.video.MemoryPhones;
import app.oddiya.adapters.memory.video.MemoryPhotoDecoder;
import app.oddiya.adapters.memory.video.MemoryRenderer;
import app.oddiya.adapters.memory.video.MemoryTrips;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.application.video.AnnounceEnd;
import app.oddiya.application.video.DeleteVideo;
import app.oddiya.application.video.ForgetOwner;
import app.oddiya.application.video.JobView;
import app.oddiya.application.video.MakeFilm;
import app.oddiya.application.video.ReadVideo;
import app.oddiya.application.video.RelayOutbox;
import app.oddiya.application.video.RenderNextVideo;
import app.oddiya.application.video.RenderNextVideo.Round;
import app.oddiya.application.video.RequestUploads;
import app.oddiya.application.video.RequestVideo;
import app.oddiya.application.video.SweepDepartures;
import app.oddiya.application.video.SweepLeftovers;
import app.oddiya.application.video.SweepOverdueJobs;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.apps.stores.junit.S3Extension;
import app.oddiya.apps.stores.junit.SnsExtension;
import app.oddiya.apps.stores.junit.SqsExtension;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.testkit.time.SettableClock;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Lease;
import app.oddiya.domain.video.job.OutboxMessage.Topic;
import app.oddiya.domain.video.job.Quota;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJob.Completed;
import app.oddiya.domain.video.job.VideoJob.Pending;
import app.oddiya.domain.video.job.VideoJob.Processing;
import app.oddiya.domain.video.job.WantedUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What must hold when workers die, sleep and stop: the same as in memory, with PostgreSQL, SQS, S3
/// and SNS in the places of the fakes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerOnRealStoresTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final S3Extension S3 = new S3Extension();
  @RegisterExtension static final SqsExtension SQS = new SqsExtension();
  @RegisterExtension static final SnsExtension SNS = new SnsExtension();

  private static final UserId MINA = new UserId(1);
  private static final Quota QUOTA = new Quota(100, 1_000_000);
  private static final Duration WAIT = Duration.ofSeconds(10);

  /// From now, so that what is signed is good; and only the test moves it.
  private final SettableClock clock = new SettableClock(Instant.now());

  private WorkshopComponent stores;
  private final ScheduledPulse pulse = new ScheduledPulse();
  private final MemoryRenderer renderer = new MemoryRenderer(clock);
  @TempDir private Path folder;

  @BeforeAll
  void open() {
    stores = DaggerWorkshopComponent.factory().create(clock, database(), aws(), names());
  }

  @AfterEach
  void drain() throws InterruptedException {
    while (worker(renderer).render(Duration.ZERO) instanceof Round.Stale) {
      // Messages that a test left behind.
    }
  }

  @AfterAll
  void close() {
    pulse.close();
    stores.aws().close().run();
    stores.database().close().run();
  }

  @Test
  void anOrderBecomesAFilmThatCanBeFetched() throws Exception {
    JobId id = ordered();

    assertThat(worker(renderer).render(WAIT)).isInstanceOf(Round.Made.class);

    Completed job = (Completed) job(id);
    URI link = stores.store().permitDownload(job.film().film(), Duration.ofMinutes(5));
    assertThat(fetched(link)).startsWith("film: ");
    assertThat(heard(id)).isOne();
  }

  @Test
  void aPreviewCanBeFetchedWhileTheFilmIsBeingMade() throws Exception {
    JobId id = ordered();
    var readVideo = new ReadVideo(stores.jobs(), stores.store());
    List<String> seen = new ArrayList<>();
    Renderer curious =
        (storyboard, work, progress, deadline) -> {
          JobView view = readVideo.read(MINA, id, soon()).orElseThrow();
          assertThat(view.job()).isInstanceOf(Processing.class);
          assertThat(view.links().video()).isEmpty();
          seen.add(content(view.links().preview().orElseThrow()));
          seen.add(content(view.links().poster().orElseThrow()));
          return renderer.render(storyboard, work, progress, deadline);
        };

    assertThat(worker(curious).render(WAIT)).isInstanceOf(Round.Made.class);

    assertThat(seen).hasSize(2);
    assertThat(seen.getFirst()).startsWith("preview: ");
    assertThat(seen.getLast()).isEqualTo("poster of the preview");
  }

  @Test
  void aWorkerThatDiesIsFollowedByAnother() throws Exception {
    JobId id = ordered();
    Renderer deadly =
        (storyboard, work, progress, deadline) -> {
          throw new Death();
        };
    assertThatThrownBy(() -> worker(deadly).render(WAIT)).isInstanceOf(Death.class);
    assertThat(job(id)).isInstanceOf(Processing.class);

    clock.advance(Lease.LENGTH);
    sweep().sweep();

    assertThat(worker(renderer).render(WAIT)).isInstanceOf(Round.Made.class);
    assertThat(((Completed) job(id)).film().film().key())
        .isEqualTo("films/%s/%s/2/film.mp4".formatted(MINA, id));
  }

  @Test
  void aWorkerThatSleptPastItsLeaseCanCompleteNothing() throws Exception {
    JobId id = ordered();
    Renderer sleepy =
        (storyboard, work, progress, deadline) -> {
          clock.advance(Lease.LENGTH);
          sweep().sweep();
          assertThat(worker(renderer).render(WAIT)).isInstanceOf(Round.Made.class);
          return renderer.render(storyboard, work, progress, deadline);
        };

    assertThat(worker(sleepy).render(WAIT)).isEqualTo(new Round.Lost(id));

    assertThat(((Completed) job(id)).film().film().key())
        .isEqualTo("films/%s/%s/2/film.mp4".formatted(MINA, id));
    assertThat(heard(id)).isOne();
  }

  @Test
  void aWorkerThatIsStoppedGivesItsJobBackAtOnce() throws Exception {
    JobId id = ordered();
    var rendering = new CountDownLatch(1);
    Renderer endless =
        (storyboard, work, progress, deadline) -> {
          rendering.countDown();
          new CountDownLatch(1).await();
          throw new AssertionError("not reached");
        };
    var ended = new CompletableFuture<Throwable>();
    Thread stopped =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    worker(endless).render(WAIT);
                    ended.complete(new AssertionError("it went on"));
                  } catch (Throwable e) {
                    ended.complete(e);
                  }
                });
    assertThat(rendering.await(30, TimeUnit.SECONDS)).isTrue();

    stopped.interrupt();

    assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(job(id)).isInstanceOf(Pending.class);
    assertThat(worker(renderer).render(WAIT)).isInstanceOf(Round.Made.class);
  }

  @Test
  void aMessageThatComesTwiceMakesOneFilm() throws Exception {
    JobId id = ordered();
    stores.queue().send(id, soon());

    assertThat(worker(renderer).render(WAIT)).isInstanceOf(Round.Made.class);
    assertThat(worker(renderer).render(WAIT)).isEqualTo(new Round.Stale(id));

    assertThat(heard(id)).isOne();
  }

  @Test
  void aMessageOfADeletedOwnerIsDropped() throws Exception {
    UserId jun = new UserId(2);
    JobId id = ordered(jun);

    forget().forget(jun, soon());

    assertThat(worker(renderer).render(WAIT)).isEqualTo(new Round.Stale(id));
    assertThat(worker(renderer).render(Duration.ZERO)).isInstanceOf(Round.Idle.class);
  }

  @Test
  void aWorkerWhoseOwnerIsDeletedMeanwhileLosesTheJobAndItsFilmIsSwept() throws Exception {
    UserId hana = new UserId(3);
    JobId id = ordered(hana);
    Path film = Files.writeString(folder.resolve("late"), "a film");
    Renderer slow =
        (storyboard, work, progress, deadline) -> {
          forget().forget(hana, soon());
          // As a worker does that was suspended between its last look and this.
          FileUrl late = FileUrl.film(S3.bucket(), hana, id, 1);
          stores.store().put(late, film, "video/mp4", soon());
          return renderer.render(storyboard, work, progress, deadline);
        };

    assertThat(worker(slow).render(WAIT)).isEqualTo(new Round.Lost(id));

    // The worker has removed what was its own, and the sweep the rest.
    stores.store().put(FileUrl.film(S3.bucket(), hana, id, 7), film, "video/mp4", soon());
    assertThat(filesOf(hana)).hasSize(1);
    new SweepDepartures(stores.departures(), stores.files(), clock).sweep();
    assertThat(filesOf(hana)).isEmpty();
    assertThat(heard(id)).isZero();
  }

  @Test
  void aWorkerWhoseJobIsDeletedMeanwhileLeavesNoFileAndTellsNobody() throws Exception {
    UserId sora = new UserId(4);
    JobId id = ordered(sora);
    Renderer deleted =
        (storyboard, work, progress, deadline) -> {
          var deleteVideo = new DeleteVideo(stores.jobs(), stores.files(), clock);
          assertThat(deleteVideo.delete(sora, id, soon())).isTrue();
          return renderer.render(storyboard, work, progress, deadline);
        };

    assertThat(worker(deleted).render(WAIT)).isEqualTo(new Round.Lost(id));

    assertThat(filesOf(sora)).isEmpty();
    assertThat(heard(id)).isZero();
    assertThat(worker(renderer).render(Duration.ZERO)).isInstanceOf(Round.Idle.class);
  }

  @Test
  void whatALosingClaimStoredIsSweptAndAnUnusedUploadGoesAfterADay() throws Exception {
    UserId yuna = new UserId(5);
    JobId id = ordered(yuna);
    FileUrl unused = uploaded(yuna);
    Path film = Files.writeString(folder.resolve("late"), "a film");
    Renderer deadly =
        (storyboard, work, progress, deadline) -> {
          stores.store().put(FileUrl.film(S3.bucket(), yuna, id, 1), film, "video/mp4", soon());
          throw new Death();
        };
    assertThatThrownBy(() -> worker(deadly).render(WAIT)).isInstanceOf(Death.class);
    clock.advance(Lease.LENGTH);
    sweep().sweep();
    assertThat(worker(renderer).render(WAIT)).isInstanceOf(Round.Made.class);
    assertThat(filesOf(yuna)).hasSize(9).contains(unused);
    var sweepLeftovers =
        new SweepLeftovers(stores.leftovers(), stores.uploads(), stores.files(), clock);

    sweepLeftovers.sweep();
    assertThat(filesOf(yuna)).hasSize(6).contains(unused);
    clock.advance(Duration.ofHours(25));
    sweepLeftovers.sweep();

    assertThat(filesOf(yuna)).hasSize(5).doesNotContain(unused);
    clock.advance(Duration.ofHours(-25));
  }

  private List<FileUrl> filesOf(UserId owner) {
    List<FileUrl> files = new ArrayList<>();
    Page.walk((Optional<Page.Cursor> after) -> stores.files().list(owner, after, soon()))
        .forEachRemaining(files::add);
    return files;
  }

  private ForgetOwner forget() {
    return new ForgetOwner(stores.tombstones(), stores.files(), clock);
  }

  private RenderNextVideo worker(Renderer with) {
    return new RenderNextVideo(
        stores.jobs(),
        stores.queue(),
        new MakeFilm(
            stores.store(), stores.decoder(), new MemoryMusicDecoder(clock), renderer, with, clock),
        stores.files(),
        TemporaryFolders.below(folder),
        pulse,
        this::relay,
        Tracer.NONE,
        clock);
  }

  private SweepOverdueJobs sweep() {
    return new SweepOverdueJobs(stores.jobs(), this::relay, clock);
  }

  /// What the relays' loops do as soon as something is written.
  private void relay() {
    new RelayOutbox(stores.outbox(), Topic.RENDER, stores.queue()::send, Tracer.NONE, clock)
        .relay();
    var announceEnd =
        new AnnounceEnd(stores.jobs(), stores.events(), new MemoryPhones(), stores.pushes());
    new RelayOutbox(stores.outbox(), Topic.ANNOUNCE, announceEnd, Tracer.NONE, clock).relay();
  }

  private JobId ordered() throws Exception {
    return ordered(MINA);
  }

  private JobId ordered(UserId owner) throws Exception {
    var requestVideo =
        new RequestVideo(
            stores.jobs(), stores.store(), new MemoryTrips(), QUOTA, this::relay, clock);
    var order = Videos.plain(List.of(uploaded(owner), uploaded(owner)));
    return switch (requestVideo.request(owner, UUID.randomUUID(), order, soon())) {
      case RequestVideo.Outcome.Accepted(JobId job) -> job;
      case RequestVideo.Outcome other -> throw new AssertionError(other.toString());
    };
  }

  private FileUrl uploaded(UserId owner) throws Exception {
    byte[] photo = MemoryPhotoDecoder.photo(4032, 3024);
    var wanted =
        new WantedUpload(WantedUpload.Kind.PHOTO, "image/jpeg", photo.length, Optional.empty());
    var requestUploads =
        new RequestUploads(stores.store(), stores.uploads(), QUOTA, UUID::randomUUID, clock);
    var permitted =
        (RequestUploads.Outcome.Permitted) requestUploads.request(owner, List.of(wanted), soon());
    RequestUploads.Upload upload = permitted.uploads().getFirst();
    HttpRequest.Builder put =
        HttpRequest.newBuilder(upload.ticket().url())
            .timeout(Duration.ofSeconds(20))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(photo));
    upload.ticket().headers().forEach(put::setHeader);
    assertThat(sent(put.build()).statusCode()).isEqualTo(200);
    return upload.file();
  }

  private VideoJob job(JobId id) {
    return stores.jobs().find(id, soon()).orElseThrow();
  }

  /// How often the topic was told of the end of a job.
  private static long heard(JobId job) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(SNS.published()).timeout(Duration.ofSeconds(20)).build();
    return sent(request)
        .body()
        .lines()
        .filter(line -> line.contains("\\\"" + job + "\\\""))
        .count();
  }

  private static String fetched(URI link) throws IOException, InterruptedException {
    return sent(HttpRequest.newBuilder(link).timeout(Duration.ofSeconds(20)).build()).body();
  }

  private static String content(URI link) throws InterruptedException {
    try {
      return fetched(link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> sent(HttpRequest request)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), clock);
  }

  private static PostgresConfig database() {
    return new PostgresConfig(
        POSTGRES.jdbcUrl(),
        POSTGRES.user("video_service"),
        POSTGRES.password("video_service"),
        4,
        PostgresConfig.Schema.VIDEO);
  }

  private static AwsConfig aws() {
    return new AwsConfig(
        S3.region(),
        Optional.of(new AwsConfig.Keys(S3.accessKeyId(), S3.secretAccessKey())),
        Optional.of(S3.endpoint()),
        Optional.of(SQS.endpoint()),
        Optional.of(SNS.endpoint()));
  }

  private static VideoAwsConfig names() {
    return new VideoAwsConfig(S3.bucket(), SQS.queue(), SNS.topicArn());
  }

  /// The process is gone.
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }
}
