package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.shared.Span;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.JobQueue.Delivery;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every [JobQueue] does. Each test begins with an empty queue.
public interface JobQueueContract {

  JobQueue queue();

  /// Lets `time` pass for the queue.
  ///
  /// @return how long a receiver has to wait until it has: zero for a queue that goes by a clock
  ///     which only tests move, and more than `time` for a real one
  Duration letPass(Duration time);

  Duration LONG = Duration.ofSeconds(30);
  Duration SHORT = Duration.ofSeconds(1);
  Duration PATIENCE = Duration.ofSeconds(10);

  @AfterEach
  default void nothingIsLeftForTheNextTest() throws InterruptedException {
    Optional<Delivery> left = queue().receive(Duration.ZERO, LONG);
    while (left.isPresent()) {
      queue().delete(left.get(), Deadlines.ample());
      left = queue().receive(Duration.ZERO, LONG);
    }
  }

  @Test
  default void whatIsSentIsReceived() throws InterruptedException {
    queue().send(new JobId(42), Deadlines.ample());

    Delivery delivery = received();

    assertThat(delivery.job()).isEqualTo(new JobId(42));
    queue().delete(delivery, Deadlines.ample());
  }

  @Test
  default void aMessageBelongsToTheTraceInWhichItWasSent() throws InterruptedException {
    var span = Span.passing(Optional.of(TracerContract.PARENT));
    ScopedValue.where(Span.CURRENT, span).run(() -> queue().send(new JobId(43), Deadlines.ample()));

    Delivery delivery = received();

    assertThat(delivery.trace()).isEqualTo(span.traceparent());
    queue().delete(delivery, Deadlines.ample());
  }

  @Test
  default void anEmptyQueueGivesNothing() throws InterruptedException {
    assertThat(queue().receive(Duration.ZERO, LONG)).isEmpty();
  }

  @Test
  default void whoWaitsGetsWhatIsSentMeanwhile() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = threads.submit(() -> queue().receive(PATIENCE, LONG));

      queue().send(new JobId(7), Deadlines.ample());

      Delivery delivery = waiting.get(20, TimeUnit.SECONDS).orElseThrow();
      assertThat(delivery.job()).isEqualTo(new JobId(7));
      queue().delete(delivery, Deadlines.ample());
    }
  }

  @Test
  default void whoWaitsCanBeInterrupted() throws Exception {
    var ended = new CompletableFuture<Throwable>();
    Thread waiting =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    queue().receive(Duration.ofSeconds(20), LONG);
                    ended.complete(new AssertionError("received something"));
                  } catch (Throwable e) {
                    ended.complete(e);
                  }
                });

    waiting.interrupt();

    assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }

  @Test
  default void aReceivedMessageIsHiddenFromOthersAndComesBackInTime() throws InterruptedException {
    queue().send(new JobId(8), Deadlines.ample());
    assertThat(queue().receive(PATIENCE, Duration.ofSeconds(2))).isPresent();

    assertThat(queue().receive(Duration.ZERO, LONG)).isEmpty();

    Duration wait = letPass(Duration.ofSeconds(2));
    Delivery again = queue().receive(wait, LONG).orElseThrow();
    assertThat(again.job()).isEqualTo(new JobId(8));
    queue().delete(again, Deadlines.ample());
  }

  @Test
  default void hidingAMessageFurtherKeepsItAway() throws InterruptedException {
    queue().send(new JobId(9), Deadlines.ample());
    Delivery delivery = queue().receive(PATIENCE, SHORT).orElseThrow();

    queue().hide(delivery, LONG, Deadlines.ample());

    assertThat(queue().receive(letPass(SHORT), LONG)).isEmpty();
    queue().delete(delivery, Deadlines.ample());
  }

  @Test
  default void hidingAMessageNoLongerHandsItOnAtOnce() throws InterruptedException {
    queue().send(new JobId(10), Deadlines.ample());
    Delivery delivery = received();

    queue().hide(delivery, Duration.ZERO, Deadlines.ample());

    Delivery again = received();
    assertThat(again.job()).isEqualTo(new JobId(10));
    queue().delete(again, Deadlines.ample());
  }

  @Test
  default void aDeletedMessageIsGone() throws InterruptedException {
    queue().send(new JobId(11), Deadlines.ample());
    Delivery delivery = queue().receive(PATIENCE, SHORT).orElseThrow();

    queue().delete(delivery, Deadlines.ample());

    assertThat(queue().receive(letPass(SHORT), LONG)).isEmpty();
  }

  @Test
  default void deletingTwiceAndHidingWhatIsGoneDoNoHarm() throws InterruptedException {
    queue().send(new JobId(12), Deadlines.ample());
    Delivery delivery = received();

    queue().delete(delivery, Deadlines.ample());
    queue().delete(delivery, Deadlines.ample());
    queue().hide(delivery, Duration.ZERO, Deadlines.ample());

    assertThat(queue().receive(Duration.ZERO, LONG)).isEmpty();
  }

  @Test
  default void waitingLongerThanTheQueueCanIsRefused() {
    assertThatThrownBy(() -> queue().receive(Duration.ofSeconds(21), LONG))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Delivery received() throws InterruptedException {
    return queue().receive(PATIENCE, LONG).orElseThrow();
  }
}
