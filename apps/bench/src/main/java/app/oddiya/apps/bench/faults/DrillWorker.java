package app.oddiya.apps.bench.faults;

import app.oddiya.adapters.aws.AwsClients;
import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.adapters.aws.video.VideoAwsConfig;
import app.oddiya.adapters.aws.video.VideoAwsModule;
import app.oddiya.adapters.ffmpeg.video.FfmpegConfig;
import app.oddiya.adapters.postgres.Database;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.adapters.postgres.video.VideoPostgresModule;
import app.oddiya.application.video.Pulse;
import app.oddiya.apps.bench.film.FilmParts;
import app.oddiya.apps.videoworker.Relays;
import app.oddiya.apps.videoworker.ScheduledPulse;
import app.oddiya.apps.videoworker.TemporaryFolders;
import app.oddiya.apps.videoworker.WorkerLoops;
import app.oddiya.apps.videoworker.WorkerModule;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Focus;
import app.oddiya.domain.video.film.MusicDecoder;
import app.oddiya.domain.video.film.MusicReading;
import app.oddiya.domain.video.film.MusicRefusal;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.PhotoReading;
import app.oddiya.domain.video.film.Previewer;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.Phones;
import app.oddiya.domain.video.job.VideoJobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The video worker, with all its loops and real stores, but a renderer that only takes its time
/// for all films but those of [Films#real]: a process of its own, made to be killed.
///
/// Its clock may run faster than the world's, and its heart with it, so that nobody has to wait for
/// the end of a lease.
public final class DrillWorker {

  /// It says so when it works.
  static final String READY = "drill worker is ready";

  private static final int STEPS = 10;

  private DrillWorker() {}

  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> environment = System.getenv();
    int speed = Integer.parseInt(of(environment, "DRILL_SPEED"));
    long began = Long.parseLong(of(environment, "DRILL_BEGAN"));
    InstantSource clock = fast(speed, began);
    Database database = PostgresModule.database(database(environment), clock);
    AwsClients clients = AwsModule.clients(aws(environment));
    ScheduledPulse pulse = new ScheduledPulse();
    WorkerLoops loops = loops(environment, clock, database, clients, faster(pulse, speed));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  loops.close();
                  pulse.close();
                  clients.close();
                  database.close();
                }));
    System.out.println(READY);
    Thread.currentThread().join();
  }

  static String of(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .orElseThrow(() -> new IllegalStateException(name + " is missing"));
  }

  private static InstantSource fast(int speed, long began) {
    return () -> {
      Instant now = Instant.now();
      return now.plusMillis((speed - 1) * (now.toEpochMilli() - began));
    };
  }

  private static Pulse faster(Pulse pulse, int speed) {
    return (interval, beat) -> pulse.every(interval.dividedBy(speed), beat);
  }

  private static WorkerLoops loops(
      Map<String, String> environment,
      InstantSource clock,
      Database database,
      AwsClients clients,
      Pulse pulse) {
    VideoAwsConfig names =
        new VideoAwsConfig(
            of(environment, "ODDIYA_BUCKET"),
            of(environment, "ODDIYA_VIDEO_QUEUE"),
            of(environment, "ODDIYA_EVENTS_TOPIC_ARN"));
    VideoJobs jobs = VideoPostgresModule.videoJobs(database);
    Outbox outbox = VideoPostgresModule.outbox(database);
    var queue = VideoAwsModule.jobQueue(names, AwsModule.sqs(clients), clock);
    var phone = new Phones.Phone(Phones.Platform.ANDROID, of(environment, "DRILL_PHONE_ARN"), "ko");
    var store =
        VideoAwsModule.photoStore(
            names, AwsModule.s3(clients), AwsModule.s3Presigner(clients), clock);
    Relays relays =
        WorkerModule.relays(
            WorkerModule.renderRelay(outbox, queue, Tracer.NONE, clock),
            WorkerModule.announceRelay(
                outbox,
                jobs,
                VideoAwsModule.jobEvents(names, AwsModule.sns(clients), clock),
                (owner, deadline) -> List.of(phone),
                VideoAwsModule.pushes(AwsModule.sns(clients), clock),
                Tracer.NONE,
                clock));
    int millis = Integer.parseInt(of(environment, "DRILL_FILM_MILLIS"));
    Path cache = Path.of(of(environment, "ODDIYA_VIDEO_WORKER_CACHE"));
    FilmParts parts = FilmParts.of(new FfmpegConfig(Optional.empty(), cache), clock);
    return WorkerModule.loops(
        jobs,
        queue,
        VideoAwsModule.deadLetters(names, AwsModule.sqs(clients), clock),
        WorkerModule.makeFilm(
            store, photos(parts), music(), previewer(), renderer(parts, millis), clock),
        VideoAwsModule.userFiles(names, AwsModule.s3(clients), clock),
        TemporaryFolders.below(Path.of(of(environment, "ODDIYA_VIDEO_WORKER_FOLDER"))),
        pulse,
        relays,
        Tracer.NONE,
        clock);
  }

  /// Takes anything for a photo, where no film is made of it.
  private static PhotoDecoder photos(FilmParts parts) {
    return (original, folder, frame, deadline) ->
        frame.equals(Films.REAL.frame())
            ? parts.decoder().read(original, folder, frame, deadline)
            : new PhotoReading.Readable(
                new DecodedPhoto(
                    original,
                    4032,
                    3024,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Focus.EVEN));
  }

  /// Nobody here brings any.
  private static MusicDecoder music() {
    return (original, folder, seconds, deadline) ->
        new MusicReading.Refused(MusicRefusal.UNREADABLE, "not in a drill");
  }

  private static Previewer previewer() {
    return (storyboard, folder, deadline) -> made(storyboard, folder, "preview");
  }

  private static Renderer renderer(FilmParts parts, int millis) {
    return (storyboard, folder, progress, deadline) -> {
      if (storyboard.aspect() == Films.REAL) {
        return parts.renderer().render(storyboard, folder, progress, deadline);
      }
      for (int step = 1; step <= STEPS; step++) {
        Thread.sleep(millis / STEPS);
        progress.frames(storyboard.frames() * step / STEPS, storyboard.frames());
      }
      return made(storyboard, folder, "film");
    };
  }

  private static RenderOutcome made(Storyboard storyboard, Path folder, String what) {
    try {
      return new RenderOutcome.Rendered(
          Files.writeString(folder.resolve(what + ".mp4"), "a " + what),
          Files.writeString(folder.resolve(what + ".jpg"), "its poster"),
          storyboard.duration(),
          storyboard.frames(),
          storyboard.aspect().frame());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PostgresConfig database(Map<String, String> environment) {
    return new PostgresConfig(
        of(environment, "ODDIYA_DATABASE_URL"),
        of(environment, "ODDIYA_VIDEO_DATABASE_USER"),
        of(environment, "ODDIYA_VIDEO_DATABASE_PASSWORD"),
        4,
        PostgresConfig.Schema.VIDEO);
  }

  static AwsConfig aws(Map<String, String> environment) {
    return new AwsConfig(
        of(environment, "ODDIYA_AWS_REGION"),
        Optional.of(
            new AwsConfig.Keys(
                of(environment, "ODDIYA_AWS_ACCESS_KEY_ID"),
                of(environment, "ODDIYA_AWS_SECRET_ACCESS_KEY"))),
        Optional.of(URI.create(of(environment, "ODDIYA_S3_ENDPOINT"))),
        Optional.of(URI.create(of(environment, "ODDIYA_SQS_ENDPOINT"))),
        Optional.of(URI.create(of(environment, "ODDIYA_SNS_ENDPOINT"))));
  }
}
