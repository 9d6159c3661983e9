package app.oddiya.application.video;

import static app.oddiya.application.video.Studio.MINA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.application.video.RenderNextVideo.Round;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.film.PhotoRefusal;
import app.oddiya.domain.video.film.PhotoUse;
import app.oddiya.domain.video.film.RenderFailure;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.job.Attempts;
import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Lease;
import app.oddiya.domain.video.job.PhotoReport;
import app.oddiya.domain.video.job.VideoJob.Completed;
import app.oddiya.domain.video.job.VideoJob.Failed;
import app.oddiya.domain.video.job.VideoJob.Pending;
import app.oddiya.domain.video.job.VideoJob.Processing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// What becomes of a job when something goes wrong, at each point at which it can.
class RenderNextVideoTest {

  private static final byte[] NO_PHOTO = "no photo".getBytes(StandardCharsets.UTF_8);

  private final Studio studio = new Studio();

  @Test
  void aMessageThatComesTenTimesMakesOneFilm() throws InterruptedException {
    JobId id = studio.requested(MINA);
    for (int i = 0; i < 9; i++) {
      studio.queue.send(id, studio.soon());
    }

    assertThat(studio.work()).isInstanceOf(Round.Made.class);
    for (int i = 0; i < 9; i++) {
      assertThat(studio.work()).isEqualTo(new Round.Stale(id));
    }

    assertThat(studio.renderer.rendered()).hasSize(1);
    assertThat(studio.events.published()).containsExactly(new Ended(id, true));
    assertThat(studio.queue.size()).isZero();
  }

  @Test
  void aMessageThatComesWhileTheJobIsBeingMadeIsDropped() throws InterruptedException {
    JobId id = studio.requested(MINA);
    studio.queue.send(id, studio.soon());

    Round round = working(() -> assertThat(studio.work()).isEqualTo(new Round.Stale(id)));

    assertThat(round).isInstanceOf(Round.Made.class);
  }

  @Test
  void aMessageOfNoJobIsDropped() throws InterruptedException {
    studio.queue.send(new JobId(404), studio.soon());

    assertThat(studio.work()).isEqualTo(new Round.Stale(new JobId(404)));
    assertThat(studio.queue.size()).isZero();
  }

  @Test
  void aWorkerThatDiesIsFollowedByAnother() throws InterruptedException {
    JobId id = studio.requested(MINA);
    assertThatThrownBy(() -> working(RenderNextVideoTest::die)).isInstanceOf(Death.class);
    assertThat(studio.job(id)).isInstanceOf(Processing.class);

    studio.clock.advance(Lease.LENGTH);
    studio.sweepOverdueJobs.sweep();

    assertThat(studio.work()).isInstanceOf(Round.Made.class);
    assertThat(film(id).key()).isEqualTo("films/1/" + id + "/2/film.mp4");
  }

  @Test
  void aWorkerThatWasSuspendedPastItsLeaseCanStoreNothing() throws InterruptedException {
    JobId id = studio.requested(MINA);

    Round slow =
        working(
            () -> {
              studio.clock.advance(Lease.LENGTH);
              studio.sweepOverdueJobs.sweep();
              assertThat(studio.work()).isInstanceOf(Round.Made.class);
            });

    assertThat(slow).isEqualTo(new Round.Lost(id));
    assertThat(film(id).key()).isEqualTo("films/1/" + id + "/2/film.mp4");
    assertThat(studio.events.published()).containsExactly(new Ended(id, true));
  }

  @Test
  void aWorkerThatHearsOfItsLossStopsAtOnceAndIsGoodForTheNextJob() throws InterruptedException {
    JobId id = studio.requested(MINA);

    Round slow =
        worker(
                () -> {
                  studio.clock.advance(Lease.LENGTH);
                  studio.sweepOverdueJobs.sweep();
                  studio.work();
                  studio.pulse.beat();
                  throw new InterruptedException();
                })
            .render(Duration.ZERO);

    assertThat(slow).isEqualTo(new Round.Lost(id));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    JobId next = studio.requested(MINA);
    Round sweepersMessage = studio.work();
    assertThat(sweepersMessage).isEqualTo(new Round.Stale(id));
    studio.work();
    assertThat(studio.job(next)).isInstanceOf(Completed.class);
  }

  @Test
  void aHeartbeatKeepsALongJobAndItsMessage() throws InterruptedException {
    JobId id = studio.requested(MINA);

    Round round =
        working(
            () -> {
              for (int i = 0; i < 30; i++) {
                studio.clock.advance(Lease.HEARTBEAT);
                studio.pulse.beat();
                studio.sweepOverdueJobs.sweep();
                assertThat(studio.work()).isInstanceOf(Round.Idle.class);
              }
            });

    assertThat(round).isInstanceOf(Round.Made.class);
    assertThat(film(id).key()).endsWith("/1/film.mp4");
  }

  @Test
  void aStoppedWorkerGivesTheJobBackAtOnce() throws InterruptedException {
    JobId id = studio.requested(MINA);

    assertThatThrownBy(() -> working(RenderNextVideoTest::stop))
        .isInstanceOf(InterruptedException.class);

    assertThat(((Pending) studio.job(id)).attempts()).isEqualTo(Attempts.NONE);
    assertThat(studio.work()).isInstanceOf(Round.Made.class);
    assertThat(studio.queue.size()).isZero();
  }

  @Test
  void aStopThatALibraryTurnsIntoAnErrorIsStillAStop() throws InterruptedException {
    JobId id = studio.requested(MINA);

    assertThatThrownBy(
            () ->
                working(
                    () -> {
                      Thread.currentThread().interrupt();
                      throw new IllegalStateException("interrupted, says the library");
                    }))
        .isInstanceOf(InterruptedException.class);

    assertThat(((Pending) studio.job(id)).attempts()).isEqualTo(Attempts.NONE);
  }

  @Test
  void theThirdFailedRenderIsTheEndAndTheUserIsTold() throws InterruptedException {
    JobId id = studio.requested(MINA);
    for (int i = 0; i < Attempts.FAILURES; i++) {
      studio.renderer.failNext(RenderFailure.ENCODER_FAILED, "signal 9");
    }

    assertThat(((Round.NotMade) studio.work()).after()).isInstanceOf(Pending.class);
    assertThat(((Round.NotMade) studio.work()).after()).isInstanceOf(Pending.class);
    Round.NotMade last = (Round.NotMade) studio.work();

    assertThat(last.cause()).isEqualTo("signal 9");
    assertThat(((Failed) studio.job(id)).failure().code()).isEqualTo("encoder_failed");
    assertThat(studio.events.published()).containsExactly(new Ended(id, false));
    assertThat(studio.work()).isInstanceOf(Round.Idle.class);
  }

  @Test
  void theFifthDeathIsTheEndAndTheUserIsTold() {
    JobId id = studio.requested(MINA);

    for (int i = 0; i < Attempts.DEATHS; i++) {
      assertThatThrownBy(() -> working(RenderNextVideoTest::die)).isInstanceOf(Death.class);
      studio.clock.advance(Lease.LENGTH);
      studio.sweepOverdueJobs.sweep();
    }

    assertThat(((Failed) studio.job(id)).failure().code()).isEqualTo("worker_lost");
    assertThat(studio.events.published()).containsExactly(new Ended(id, false));
  }

  @Test
  void aBugCountsAsAFailedRenderSoThatNoJobMeetsItForEver() throws InterruptedException {
    JobId id = studio.requested(MINA);

    for (int i = 0; i < Attempts.FAILURES; i++) {
      assertThat(
              working(
                  () -> {
                    throw new IllegalStateException("a bug");
                  }))
          .isInstanceOf(Round.Broke.class);
    }

    assertThat(((Failed) studio.job(id)).failure().code()).isEqualTo("internal_error");
  }

  @Test
  void anOutageIsNobodysFailureHoweverLongItLasts() throws InterruptedException {
    JobId id = studio.requested(MINA);

    for (int i = 0; i < 10; i++) {
      assertThat(
              working(
                  () -> {
                    throw new Unavailable("photo store", new TimeoutException());
                  }))
          .isInstanceOf(Round.Postponed.class);
    }

    assertThat(((Pending) studio.job(id)).attempts()).isEqualTo(Attempts.NONE);
    assertThat(studio.work()).isInstanceOf(Round.Made.class);
  }

  @Test
  void tooFewUsablePhotosAreTheEndAtOnceAndOneIsNamed() throws InterruptedException {
    FileUrl broken = studio.uploaded(MINA, NO_PHOTO);
    JobId id = studio.requested(MINA, Videos.plain(List.of(studio.uploaded(MINA), broken)));

    studio.work();

    Failed failed = (Failed) studio.job(id);
    assertThat(failed.failure().code()).isEqualTo("too_few_photos");
    assertThat(failed.failure().photo()).contains(broken);
    assertThat(failed.photos())
        .containsExactly(
            new PhotoReport(broken, new PhotoUse.LeftOut(PhotoRefusal.UNSUPPORTED_TYPE)));
  }

  @Test
  void aLetterThatDiedBeforeItsJobWasClaimedIsSentAgain() throws InterruptedException {
    JobId id = studio.requested(MINA);
    studio.queue.delete(
        studio.queue.receive(Duration.ZERO, Lease.LENGTH).orElseThrow(), studio.soon());
    studio.deadLetters.send(id, studio.soon());

    assertThat(studio.requeueDeadLetters.requeue()).isOne();

    assertThat(studio.deadLetters.size()).isZero();
    assertThat(studio.work()).isInstanceOf(Round.Made.class);
  }

  @Test
  void aMessageThatWasLostIsSentAgain() throws InterruptedException {
    studio.requested(MINA);
    studio.queue.delete(
        studio.queue.receive(Duration.ZERO, Lease.LENGTH).orElseThrow(), studio.soon());

    studio.clock.advance(Pending.PATIENCE);
    studio.sweepOverdueJobs.sweep();

    assertThat(studio.work()).isInstanceOf(Round.Made.class);
  }

  @Test
  void progressOnlyGrows() throws InterruptedException {
    JobId id = studio.requested(MINA);

    working(() -> assertThat(studio.job(id).progress()).isBetween(20, 30));

    assertThat(studio.job(id).progress()).isEqualTo(100);
  }

  private FileUrl film(JobId id) {
    return ((Completed) studio.job(id)).film().film();
  }

  /// A worker to which `meanwhile` happens when everything is ready to be rendered.
  private RenderNextVideo worker(Happening meanwhile) {
    Renderer renderer =
        (storyboard, folder, progress, deadline) -> {
          meanwhile.happen();
          return studio.renderer.render(storyboard, folder, progress, deadline);
        };
    return studio.worker(renderer);
  }

  private Round working(Happening meanwhile) throws InterruptedException {
    return worker(meanwhile).render(Duration.ZERO);
  }

  private interface Happening {
    void happen() throws InterruptedException;
  }

  private static void stop() throws InterruptedException {
    throw new InterruptedException();
  }

  private static void die() {
    throw new Death();
  }

  /// The process is gone. Nothing catches this but what would not run in a real death either: the
  /// closing of folders.
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }
}
