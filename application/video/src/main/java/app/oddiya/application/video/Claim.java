package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.JobQueue.Delivery;
import app.oddiya.domain.video.job.Lease;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJob.Processing;
import app.oddiya.domain.video.job.VideoJobs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// A job in the hands of this worker, kept alive by a heartbeat from another thread.
///
/// When it turns out that the job has been given to somebody else, the working thread is
/// interrupted: whatever it still makes, nobody will look at.
final class Claim implements Steps, AutoCloseable {

  /// Progress is stored in steps of so many per cent; each costs a statement.
  private static final int STEP = 5;

  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final VideoJobs jobs;
  private final JobQueue queue;
  private final InstantSource clock;
  private final Delivery delivery;
  private final Thread worker = Thread.currentThread();

  // All guarded by this.
  private Processing current;
  private boolean lost;
  private boolean closed;

  /// Made by the thread that does the work.
  Claim(
      VideoJobs jobs, JobQueue queue, InstantSource clock, Delivery delivery, Processing current) {
    this.jobs = jobs;
    this.queue = queue;
    this.clock = clock;
    this.delivery = delivery;
    this.current = current;
  }

  synchronized Processing current() {
    return current;
  }

  /// Whether somebody else has the job by now.
  synchronized boolean isLost() {
    return lost;
  }

  /// Says that the worker is alive: extends the lease, and with it the time for which the message
  /// stays hidden from others.
  synchronized void beat() {
    if (closed || lost) {
      return;
    }
    try {
      if (store(current.extend(clock.instant()))) {
        queue.hide(delivery, Lease.LENGTH, budget());
      } else {
        worker.interrupt();
      }
    } catch (Unavailable e) {
      // A missed beat. There are more before the lease is over; and if the store stays away longer,
      // nobody else can claim the job either.
    }
  }

  @Override
  public synchronized void advance(int percent) {
    if (closed || lost || percent < current.progress() + STEP) {
      return;
    }
    tell(current.advance(percent));
  }

  @Override
  public synchronized void preview() {
    if (!closed && !lost) {
      tell(current.preview());
    }
  }

  private void tell(Processing next) {
    try {
      if (!store(next)) {
        worker.interrupt();
      }
    } catch (Unavailable e) {
      // For the eye only; the next step says more.
    }
  }

  private boolean store(Processing next) {
    if (!jobs.replace(current, next, budget())) {
      lost = true;
      return false;
    }
    current = next;
    return true;
  }

  /// Ends this worker's part; the heart beats no more.
  ///
  /// @return what the job is from now on, or empty if it was somebody else's by then
  /// @throws Unavailable if it is not known whether it was stored
  synchronized <T extends VideoJob> Optional<T> end(Function<Processing, T> how) {
    // What is done is worth storing even when the process is being stopped; and a pool of
    // connections refuses a thread that is interrupted.
    boolean interrupted = Thread.interrupted();
    try {
      T after = how.apply(current);
      closed = jobs.replace(current, after, budget());
      lost = !closed;
      return closed ? Optional.of(after) : Optional.empty();
    } finally {
      if (interrupted) {
        worker.interrupt();
      }
    }
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }

  /// Nothing is interrupted from here on. An interrupt that only meant "the job is lost" is taken
  /// back with it.
  @Override
  public synchronized void close() {
    closed = true;
    if (lost) {
      boolean _ = Thread.interrupted();
    }
  }
}
