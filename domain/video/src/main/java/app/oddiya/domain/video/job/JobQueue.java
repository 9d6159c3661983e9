package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;
import java.time.Duration;
import java.util.Optional;

/// The doorbell of the workers: it says that a job may be waiting. Deliveries come at least once
/// and in no order; what is true stands in [VideoJobs].
///
/// Methods throw [app.oddiya.domain.shared.Unavailable] if the queue does not answer.
public interface JobQueue {

  /// Carries the trace of the [current work][app.oddiya.domain.shared.Span#current] along.
  void send(JobId job, Deadline deadline);

  /// The next message, waiting for one up to `wait` (at most 20 s). Nobody else gets it for the
  /// time of `hidden`.
  ///
  /// @throws InterruptedException if the thread is interrupted before a message was received
  Optional<Delivery> receive(Duration wait, Duration hidden) throws InterruptedException;

  /// Keeps the message from others for `hidden` from now; zero hands it on at once. A message that
  /// is gone stays gone.
  void hide(Delivery delivery, Duration hidden, Deadline deadline);

  /// It is done with. Deleting twice is as good as once.
  void delete(Delivery delivery, Deadline deadline);

  /// @param job the job to look at
  /// @param receipt this very delivery, for [#hide] and [#delete]
  /// @param trace the `traceparent` of the work in which it was sent
  record Delivery(JobId job, String receipt, Optional<String> trace) {}
}
