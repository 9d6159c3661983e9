package app.oddiya.domain.video.job;

/// What an idempotency key stands for.
public sealed interface Requested {

  /// The key was free; the job and the message for its worker are stored.
  record Created(JobId job) implements Requested {}

  /// The key was used for this very request: here is the job it made.
  record Same(JobId job) implements Requested {}

  /// The key was used for another request.
  record DifferentBody() implements Requested {}
}
