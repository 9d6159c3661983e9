package app.oddiya.adapters.memory.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A queue in memory. Messages are hidden by the given clock; waiting is real. Deadlines are not
/// looked at. Safe for concurrent use.
public final class MemoryJobQueue implements JobQueue {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private long sent;

  public MemoryJobQueue(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void send(JobId job, Deadline deadline) {
    lock.lock();
    try {
      sent++;
      messages.put(
          Long.toString(sent), new Message(job, Span.current().traceparent(), Instant.MIN));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Delivery> receive(Duration wait, Duration hidden) throws InterruptedException {
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("wait: " + wait + " (expected: <= " + LONGEST_WAIT + ")");
    }
    lock.lockInterruptibly();
    try {
      long left = wait.toNanos();
      Optional<Delivery> next = next(hidden);
      while (next.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
        next = next(hidden);
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  private Optional<Delivery> next(Duration hidden) {
    Instant now = clock.instant();
    Optional<Delivery> next =
        messages.entrySet().stream()
            .filter(entry -> !now.isBefore(entry.getValue().visibleAt()))
            .findFirst()
            .map(
                entry ->
                    new Delivery(entry.getValue().job(), entry.getKey(), entry.getValue().trace()));
    next.ifPresent(delivery -> hideUntil(delivery, now.plus(hidden)));
    return next;
  }

  @Override
  public void hide(Delivery delivery, Duration hidden, Deadline deadline) {
    lock.lock();
    try {
      hideUntil(delivery, clock.instant().plus(hidden));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void hideUntil(Delivery delivery, Instant moment) {
    messages.computeIfPresent(
        delivery.receipt(), (_, message) -> new Message(message.job(), message.trace(), moment));
  }

  @Override
  public void delete(Delivery delivery, Deadline deadline) {
    lock.lock();
    try {
      messages.remove(delivery.receipt());
    } finally {
      lock.unlock();
    }
  }

  /// How many messages there are, hidden ones among them.
  public int size() {
    lock.lock();
    try {
      return messages.size();
    } finally {
      lock.unlock();
    }
  }

  private record Message(JobId job, Optional<String> trace, Instant visibleAt) {}
}
