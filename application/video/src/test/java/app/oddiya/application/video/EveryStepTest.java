package app.oddiya.application.video;

import static app.oddiya.application.video.Studio.MINA;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.video.MemoryMusicDecoder;
import app.oddiya.adapters.memory.video.MemoryPhotoDecoder;
import app.oddiya.application.video.RenderNextVideo.Round;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobEvents;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.Lease;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.OutboxMessage.Topic;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.UserFiles;
import app.oddiya.domain.video.job.VideoJob.Completed;
import app.oddiya.domain.video.job.VideoJobs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A worker makes a film, and something goes wrong before or after one of its steps, a step being
/// a call of a store, a queue or a topic: once for each step there is. Whatever it is, one correct
/// end has to follow.
class EveryStepTest {

  /// What happens.
  enum Fault {
    /// Nothing that the process would have done later is done.
    DEATH,
    /// Its lease runs out meanwhile, and another worker does all the work.
    SLEEP,
    /// The step is done or not done, and its caller does not learn which.
    OUTAGE
  }

  @ParameterizedTest
  @EnumSource
  void oneCorrectEndFollowsWhateverHappensAtWhateverStep(Fault fault) throws Exception {
    int steps = 0;
    for (boolean afterwards : new boolean[] {false, true}) {
      Story story;
      int step = 0;
      do {
        story = new Story(fault, step, afterwards);
        story.run();
        story.check();
        step++;
      } while (story.hasFaultHappened);
      steps = step;
    }
    assertThat(steps).isGreaterThan(20);
  }

  private static final class Story {

    private final Studio studio = new Studio();
    private final JobId job = studio.requested(MINA);
    private final Fault fault;
    private final int faultyStep;
    private final boolean afterwards;
    private int step;
    private boolean isDead;
    private boolean hasFaultHappened;

    Story(Fault fault, int faultyStep, boolean afterwards) {
      this.fault = fault;
      this.faultyStep = faultyStep;
      this.afterwards = afterwards;
    }

    void run() throws InterruptedException {
      try {
        worker().render(Duration.ZERO);
        relay();
      } catch (Death | Unavailable e) {
        // The others take it from here.
      }
      for (int i = 0; i < 5; i++) {
        othersWork();
        studio.clock.advance(Lease.LENGTH);
      }
    }

    private void othersWork() throws InterruptedException {
      studio.sweepOverdueJobs.sweep();
      studio.relay();
      while (!(studio.work() instanceof Round.Idle)) {
        studio.relay();
      }
      studio.sweepLeftovers.sweep();
    }

    void check() {
      String when = fault + (afterwards ? " after step " : " before step ") + faultyStep;
      assertThat(studio.job(job)).as(when).isInstanceOf(Completed.class);
      Completed completed = (Completed) studio.job(job);
      List<FileUrl> films =
          studio.store.list(MINA, Optional.empty(), studio.soon()).items().stream()
              .filter(file -> file.key().startsWith("films/"))
              .toList();
      assertThat(films).as(when).containsExactlyInAnyOrderElementsOf(completed.film().files());
      assertThat(studio.events.published()).as(when).isNotEmpty();
      assertThat(studio.events.published()).as(when).containsOnly(new Ended(job, true));
      assertThat(studio.queue.size()).as(when).isZero();
    }

    private RenderNextVideo worker() {
      var film =
          new MakeFilm(
              watched(PhotoStore.class, studio.store),
              new MemoryPhotoDecoder(studio.clock),
              new MemoryMusicDecoder(studio.clock),
              studio.renderer,
              studio.renderer,
              studio.clock);
      return new RenderNextVideo(
          watched(VideoJobs.class, studio.jobs),
          watched(JobQueue.class, studio.queue),
          film,
          watched(UserFiles.class, studio.store),
          studio.folders,
          studio.pulse,
          () -> {},
          Tracer.NONE,
          studio.clock);
    }

    /// What the process tells others of what it wrote.
    private void relay() {
      Outbox outbox = watched(Outbox.class, studio.outbox);
      new RelayOutbox(outbox, Topic.RENDER, studio.queue::send, Tracer.NONE, studio.clock).relay();
      var announceEnd =
          new AnnounceEnd(
              watched(VideoJobs.class, studio.jobs),
              watched(JobEvents.class, studio.events),
              studio.phones,
              studio.pushes);
      new RelayOutbox(outbox, Topic.ANNOUNCE, announceEnd, Tracer.NONE, studio.clock).relay();
    }

    private <T> T watched(Class<T> port, T real) {
      return port.cast(
          Proxy.newProxyInstance(
              port.getClassLoader(),
              new Class<?>[] {port},
              (_, method, arguments) -> {
                if (method.getName().equals("bucket")) {
                  return studio.store.bucket();
                }
                boolean isIt = step++ == faultyStep;
                if (isIt && !afterwards) {
                  happen();
                }
                requireLife();
                try {
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                } finally {
                  if (isIt && afterwards) {
                    happen();
                  }
                }
              }));
    }

    private void happen() throws InterruptedException {
      hasFaultHappened = true;
      switch (fault) {
        case DEATH -> {
          isDead = true;
          requireLife();
        }
        case SLEEP -> {
          studio.clock.advance(Lease.LENGTH);
          othersWork();
        }
        case OUTAGE -> throw new Unavailable("something", new TimeoutException());
      }
    }

    private void requireLife() {
      if (isDead) {
        throw new Death();
      }
    }
  }

  /// The process is gone.
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }
}
