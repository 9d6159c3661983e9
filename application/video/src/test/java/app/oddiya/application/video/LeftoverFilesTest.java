package app.oddiya.application.video;

import static app.oddiya.application.video.Studio.JUN;
import static app.oddiya.application.video.Studio.MINA;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.application.video.RenderNextVideo.Round;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.film.RenderFailure;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Lease;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJob.Completed;
import app.oddiya.domain.video.job.VideoJobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that no job needs any more, and those that one does.
class LeftoverFilesTest {

  private final Studio studio = new Studio();
  @TempDir private Path folder;

  @Test
  void aDeletedFilmIsGoneWithItsPhotosAndNobodyIsTold() throws InterruptedException {
    JobId id = studio.requested(MINA);
    studio.renderer.failNext(RenderFailure.ENCODER_FAILED, "x");
    studio.work();
    studio.work();
    int told = studio.events.published().size();

    assertThat(delete(id)).isTrue();

    assertThat(files()).isEmpty();
    assertThat(studio.jobs.find(id, studio.soon())).isEmpty();
    assertThat(studio.events.published()).hasSize(told);
    assertThat(delete(id)).isFalse();
  }

  @Test
  void anothersFilmIsNotDeleted() {
    JobId id = studio.requested(MINA);

    assertThat(studio.deleteVideo.delete(JUN, id, studio.soon())).isFalse();

    assertThat(studio.job(id)).isInstanceOf(VideoJob.Pending.class);
    assertThat(files()).hasSize(2);
  }

  @Test
  void aWorkerWhoseJobIsDeletedStopsAtItsNextHeartbeatAndNobodyIsTold()
      throws InterruptedException {
    JobId id = studio.requested(MINA);
    Renderer endless =
        (storyboard, folder, progress, deadline) -> {
          delete(id);
          studio.pulse.beat();
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          throw new AssertionError("it renders on");
        };

    assertThat(studio.worker(endless).render(Duration.ZERO)).isEqualTo(new Round.Lost(id));

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(files()).isEmpty();
    assertThat(studio.events.published()).isEmpty();
    assertThat(studio.queue.size()).isZero();
  }

  @Test
  void whatALosingWorkerStoredIsRemovedAndTheWinnersFilmStays() throws InterruptedException {
    JobId id = studio.requested(MINA);
    Renderer sleepy =
        (storyboard, folder, progress, deadline) -> {
          studio.clock.advance(Lease.LENGTH);
          studio.sweepOverdueJobs.sweep();
          assertThat(studio.work()).isInstanceOf(Round.Made.class);
          return studio.renderer.render(storyboard, folder, progress, deadline);
        };

    assertThat(studio.worker(sleepy).render(Duration.ZERO)).isEqualTo(new Round.Lost(id));

    Completed job = (Completed) studio.job(id);
    assertThat(films()).containsExactlyInAnyOrderElementsOf(job.film().files());
  }

  @Test
  void whatADeadWorkerStoredIsSweptWithinAMinuteOfTheEndOfItsLease() throws Exception {
    JobId id = studio.requested(MINA);
    Renderer deadly =
        (storyboard, folder, progress, deadline) -> {
          late(id, 1);
          throw new Death();
        };
    try {
      studio.worker(deadly).render(Duration.ZERO);
    } catch (Death expected) {
      assertThat(films()).hasSize(3);
    }

    studio.clock.advance(Lease.LENGTH);
    studio.sweepOverdueJobs.sweep();
    studio.sweepLeftovers.sweep();

    assertThat(films()).isEmpty();
    assertThat(studio.work()).isInstanceOf(Round.Made.class);
    studio.sweepLeftovers.sweep();
    assertThat(films()).hasSize(3);
  }

  @Test
  void whatComesHoursLaterIsSweptAsWell() throws InterruptedException {
    JobId id = studio.requested(MINA);
    studio.work();
    delete(id);
    for (int i = 0; i < 30; i++) {
      studio.sweepLeftovers.sweep();
      studio.clock.advance(Duration.ofMinutes(10));
    }

    late(id, 1);
    studio.clock.advance(Duration.ofHours(6));
    studio.sweepLeftovers.sweep();

    assertThat(files()).isEmpty();
  }

  @Test
  void aFilmWhoseEndWasStoredAlthoughTheAnswerWasLostStays() throws InterruptedException {
    JobId id = studio.requested(MINA);
    VideoJobs forgetful = losingTheAnswerOfTheEnd();

    Round round =
        studio.worker(forgetful, studio.queue, studio.store, studio.renderer).render(Duration.ZERO);

    assertThat(round).isEqualTo(new Round.Lost(id));
    assertThat(studio.job(id)).isInstanceOf(Completed.class);
    studio.sweepLeftovers.sweep();
    assertThat(films()).hasSize(3);
  }

  @Test
  void aDeletionWithoutTheStoreIsMadeGoodBySweeping() throws InterruptedException {
    JobId id = studio.requested(MINA);
    studio.work();

    Deadline over = new Deadline(studio.clock.instant());
    assertThat(studio.deleteVideo.delete(MINA, id, over)).isTrue();
    assertThat(files()).hasSize(5);
    studio.sweepLeftovers.sweep();

    assertThat(files()).isEmpty();
  }

  @Test
  void uploadsThatNobodyUsesGoAfterADayAndThoseOfAJobStay() {
    FileUrl used = studio.uploaded(MINA);
    FileUrl alsoUsed = studio.uploaded(MINA);
    studio.uploaded(MINA);
    studio.requested(MINA, Videos.plain(List.of(used, alsoUsed)));

    studio.clock.advance(Duration.ofHours(24));
    studio.sweepLeftovers.sweep();
    assertThat(files()).hasSize(3);
    studio.clock.advance(Duration.ofMillis(1));
    studio.sweepLeftovers.sweep();

    assertThat(files()).containsExactlyInAnyOrder(used, alsoUsed);
  }

  @Test
  void aLeftoverIsForgottenAfterADay() {
    delete(studio.requested(MINA));
    int sweeps = 0;
    int minutes = 0;
    while (!studio.leftovers.due(Instant.MAX, 1, studio.soon()).isEmpty()) {
      sweeps += studio.leftovers.due(studio.clock.instant(), 1, studio.soon()).size();
      studio.sweepLeftovers.sweep();
      studio.clock.advance(Duration.ofMinutes(1));
      minutes++;
    }

    assertThat(sweeps).isEqualTo(13); // after 0, 1, 2, 4, .. 1,024 minutes and a day
    assertThat(Duration.ofMinutes(minutes - 1)).isEqualTo(Leftovers.KEPT);
  }

  private boolean delete(JobId id) {
    return studio.deleteVideo.delete(MINA, id, studio.soon());
  }

  /// As a worker stores it that has slept.
  private void late(JobId id, long fence) {
    studio.store.put(
        FileUrl.film(Videos.BUCKET, MINA, id, fence), aFilm(), "video/mp4", studio.soon());
  }

  private Path aFilm() {
    try {
      return Files.writeString(folder.resolve("film"), "a film");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The jobs, but the answer to what ends one never comes.
  private VideoJobs losingTheAnswerOfTheEnd() {
    return (VideoJobs)
        Proxy.newProxyInstance(
            VideoJobs.class.getClassLoader(),
            new Class<?>[] {VideoJobs.class},
            (_, method, arguments) -> {
              try {
                Object answer = method.invoke(studio.jobs, arguments);
                if (method.getName().equals("replace") && arguments[1] instanceof Completed) {
                  throw new Unavailable("database", new TimeoutException());
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private List<FileUrl> files() {
    return studio.store.list(MINA, Optional.empty(), studio.soon()).items();
  }

  private List<FileUrl> films() {
    return files().stream().filter(file -> file.key().startsWith("films/")).toList();
  }

  /// The process is gone.
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }
}
