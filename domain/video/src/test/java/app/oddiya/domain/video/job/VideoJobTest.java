package app.oddiya.domain.video.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.job.VideoJob.Failed;
import app.oddiya.domain.video.job.VideoJob.Pending;
import app.oddiya.domain.video.job.VideoJob.Processing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VideoJobTest {

  private static final Instant NOW = Instant.parse("2026-11-14T00:30:00Z");
  private static final UserId OWNER = new UserId(1);
  private static final Failure BROKEN = Failure.of("encoder_failed", "It did not work.");

  @Test
  void everyClaimHasAHigherTokenThanTheOneBefore() {
    Processing first = pending().claim(NOW);
    Processing second = first.giveBack(NOW).claim(NOW);

    assertThat(first.fence()).isEqualTo(1);
    assertThat(second.fence()).isEqualTo(2);
  }

  @Test
  void aLeaseIsExtendedFromNowAndKeepsItsToken() {
    Processing claimed = pending().claim(NOW);

    Processing extended = claimed.extend(NOW.plusSeconds(15));

    assertThat(extended.lease())
        .isEqualTo(new Lease(NOW.plusSeconds(15).plus(Lease.LENGTH), claimed.fence()));
  }

  @Test
  void aLeaseIsOverAtItsEndAndNotBefore() {
    Lease lease = pending().claim(NOW).lease();

    assertThat(lease.isOver(lease.until().minusNanos(1))).isFalse();
    assertThat(lease.isOver(lease.until())).isTrue();
  }

  @Test
  void threeHeartbeatsFitIntoALease() {
    assertThat(Lease.HEARTBEAT.multipliedBy(3)).isLessThanOrEqualTo(Lease.LENGTH);
  }

  @Test
  void theThirdFailedRenderEndsAJob() {
    VideoJob job = pending();
    for (int i = 1; i < Attempts.FAILURES; i++) {
      job = ((Pending) job).claim(NOW).fail(BROKEN, List.of(), NOW);
      assertThat(job).isInstanceOf(Pending.class);
    }

    job = ((Pending) job).claim(NOW).fail(BROKEN, List.of(), NOW);

    assertThat(((Failed) job).failure()).isEqualTo(BROKEN);
  }

  @Test
  void theFifthDeathOfAWorkerEndsAJob() {
    VideoJob job = pending();
    for (int i = 1; i < Attempts.DEATHS; i++) {
      job = abandoned(((Pending) job).claim(NOW));
      assertThat(job).isInstanceOf(Pending.class);
    }

    job = abandoned(((Pending) job).claim(NOW));

    assertThat(((Failed) job).failure().code()).isEqualTo("worker_lost");
  }

  @Test
  void deathsAreNotFailedRenders() {
    VideoJob job = pending();
    for (int i = 1; i < Attempts.DEATHS; i++) {
      job = abandoned(((Pending) job).claim(NOW));
    }

    job = ((Pending) job).claim(NOW).fail(BROKEN, List.of(), NOW);

    assertThat(((Pending) job).attempts()).isEqualTo(new Attempts(1, Attempts.DEATHS - 1));
  }

  @Test
  void aJobCanBeGivenBackForEver() {
    VideoJob.Pending job = pending();
    for (int i = 0; i < 100; i++) {
      job = job.claim(NOW).giveBack(NOW);
    }

    assertThat(job.attempts()).isEqualTo(Attempts.NONE);
  }

  @Test
  void nobodyTakesBackAJobWhoseLeaseIsNotOver() {
    Processing claimed = pending().claim(NOW);

    assertThatThrownBy(() -> claimed.takeBack(claimed.lease().until().minusMillis(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyAFinishedFilmIsAHundredPerCent() {
    Processing claimed = pending().claim(NOW);

    assertThatThrownBy(() -> claimed.advance(100)).isInstanceOf(IllegalArgumentException.class);
    assertThat(claimed.advance(99).progress()).isEqualTo(99);
  }

  private static VideoJob abandoned(Processing job) {
    return job.takeBack(job.lease().until());
  }

  private static Pending pending() {
    List<FileUrl> photos = List.of(upload(), upload());
    var request =
        new VideoRequest(
            photos,
            Template.BASIC,
            Aspect.PORTRAIT,
            30,
            Optional.empty(),
            Optional.empty(),
            new Music.Ours(new Soundtrack.Silence()),
            false,
            List.of());
    var accepted = photos.stream().map(photo -> new AcceptedFile(photo, "etag")).toList();
    return new NewJob(
            OWNER, UUID.randomUUID(), request, accepted, Optional.empty(), Optional.empty(), NOW)
        .pending(new JobId(1));
  }

  private static FileUrl upload() {
    return FileUrl.upload("oddiya-media", OWNER, UUID.randomUUID());
  }
}
