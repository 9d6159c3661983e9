package app.oddiya.apps.plan;

import app.oddiya.application.planning.KeyedGeneration;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A generation that may still be under way, told from its beginning to whoever listens and
/// whenever they come. One thread writes it, any number read it.
final class OngoingGeneration {

  /// How long after its deadline the end is still waited for: every port gives up by then.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final PlanRequest request;
  private final Deadline deadline;
  private final InstantSource clock;
  private final boolean outlivesItsListener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final List<Step> steps = new ArrayList<>();
  private volatile Optional<Thread> writer = Optional.empty();

  /// One more thing that can be told. The last one is [Ended] or [Failed].
  sealed interface Step {

    record Told(DraftEvent event) implements Step {}

    record Ended(KeyedGeneration generation) implements Step {}

    record Failed(RuntimeException reason) implements Step {}
  }

  /// @param outlivesItsListener whether it goes on when nobody listens any more
  OngoingGeneration(
      PlanRequest request, Deadline deadline, InstantSource clock, boolean outlivesItsListener) {
    this.request = request;
    this.deadline = deadline;
    this.clock = clock;
    this.outlivesItsListener = outlivesItsListener;
  }

  boolean isFor(PlanRequest other) {
    return request.equals(other);
  }

  Deadline deadline() {
    return deadline;
  }

  void tell(Step step) {
    lock.lock();
    try {
      steps.add(step);
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a step.
  ///
  /// @param index 0 for the first
  Step step(int index) throws InterruptedException {
    Duration patience = deadline.remaining(clock).plus(GRACE);
    return step(index, patience)
        .orElseGet(
            () -> {
              stop();
              return new Step.Failed(
                  new Unavailable("plan writer", new TimeoutException("no end by the deadline")));
            });
  }

  /// Waits for a step for a while.
  Optional<Step> step(int index, Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (steps.size() <= index) {
        if (left <= 0) {
          return Optional.empty();
        }
        left = more.awaitNanos(left);
      }
      return Optional.of(steps.get(index));
    } finally {
      lock.unlock();
    }
  }

  void writtenBy(Thread thread) {
    writer = Optional.of(thread);
  }

  /// Its listener has left.
  void leave() {
    if (!outlivesItsListener) {
      stop();
    }
  }

  /// Waits for its writer to come to an end.
  void join(Duration patience) throws InterruptedException {
    if (writer.isPresent()) {
      var _ = writer.get().join(patience);
    }
  }

  void stop() {
    writer.ifPresent(Thread::interrupt);
  }
}
