package app.oddiya.adapters.postgres.video;

import static app.oddiya.domain.testkit.time.SettableClock.A_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.LeftoversContract;
import app.oddiya.domain.testkit.contract.OutboxContract;
import app.oddiya.domain.testkit.contract.UploadsContract;
import app.oddiya.domain.testkit.contract.VideoJobsContract;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.film.Track;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.Music;
import app.oddiya.domain.video.job.NewJob;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.PhotoHint;
import app.oddiya.domain.video.job.Requested;
import app.oddiya.domain.video.job.Uploads;
import app.oddiya.domain.video.job.VideoJobs;
import app.oddiya.domain.video.job.VideoRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresVideoJobsTest
    implements VideoJobsContract, OutboxContract, LeftoversContract, UploadsContract {

  @RegisterExtension static final MigratedDatabase video = new MigratedDatabase(Schema.VIDEO);

  private static final Deadline LATER = new Deadline(Instant.parse("2999-12-31T00:00:00Z"));
  private static final AtomicLong users = new AtomicLong();

  @Override
  public Tombstones tombstones() {
    return VideoPostgresModule.tombstones(video.database());
  }

  @Override
  public VideoJobs jobs() {
    return new PostgresVideoJobs(video.database());
  }

  @Override
  public Leftovers leftovers() {
    return new PostgresLeftovers(video.database());
  }

  @Override
  public Uploads uploads() {
    return new PostgresUploads(video.database());
  }

  @Override
  public Outbox outbox() {
    return new PostgresOutbox(video.database());
  }

  @Override
  public UserId owner() {
    return new UserId(users.incrementAndGet());
  }

  @Test
  void theKickOffsColumnsHoldWhatTheirNamesSay() {
    UserId owner = owner();
    NewJob job =
        Videos.newJob(
            owner,
            UUID.randomUUID(),
            Videos.plain(List.of(Videos.upload(owner), Videos.upload(owner))),
            A_MORNING);
    jobs().request(job, MANY, LATER);

    String row =
        text(
            """
            select status || ' ' || user_id || ' ' || template || ' ' || idempotency_key || ' '
              || photo_urls[1] || ' ' || coalesce(video_url, 'no film')
            from video_jobs
            where user_id = %s
            """
                .formatted(owner));

    assertThat(row)
        .isEqualTo(
            "PENDING %s basic %s %s no film"
                .formatted(owner, job.idempotencyKey(), job.request().photos().getFirst()));
  }

  @Test
  void aRequestWrittenByTheFirstReleaseIsStillTheSameRequest() {
    UserId owner = new UserId(8);
    UUID key = UUID.fromString("2b0e3f0e-7b5e-4c26-9a0c-0d8f0f7f2a11");
    video
        .database()
        .run(
            LATER,
            handle ->
                handle.execute(
                    """
                    insert into video_jobs (
                      user_id, status, photo_urls, template, idempotency_key, photo_etags,
                      request, due_at, created_at)
                    values (
                      8, 'PENDING',
                      array['s3://oddiya-media/uploads/8/a', 's3://oddiya-media/uploads/8/b'],
                      'basic', '2b0e3f0e-7b5e-4c26-9a0c-0d8f0f7f2a11', array['"x"', '"y"'],
                      '{"aspect":"9:16","seconds":30,"music":"daybreak","keepAll":false,
                        "hints":[{"photo":"s3://oddiya-media/uploads/8/a",
                                  "takenAt":"2026-11-14T03:04:05Z","lat":35.1,"lng":129.1}]}',
                      now(), now())
                    """));
    VideoRequest sameAgain =
        new VideoRequest(
            List.of(upload("a"), upload("b")),
            Template.BASIC,
            Aspect.PORTRAIT,
            30,
            Optional.empty(),
            Optional.empty(),
            new Music.Ours(new Soundtrack.Composed(Track.DAYBREAK)),
            false,
            List.of(
                new PhotoHint(
                    upload("a"),
                    Optional.of(Instant.parse("2026-11-14T03:04:05Z")),
                    Optional.of(new GeoPoint(35.1, 129.1)))));

    assertThat(jobs().known(owner, key, sameAgain, A_MORNING, LATER))
        .containsInstanceOf(Requested.Same.class);
  }

  private static FileUrl upload(String id) {
    return new FileUrl(Videos.BUCKET, "uploads/8/" + id);
  }

  private static String text(String sql) {
    return video.database().run(LATER, handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
