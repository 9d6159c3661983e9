package app.oddiya.domain.video.job;

import java.util.Set;

/// What an idempotency key stands for.
public sealed interface Requested {

  /// The key was free; the job and the message for its worker are stored.
  record Created(JobId job) implements Requested {}

  /// The key was used for this very request: here is the job it made.
  record Same(JobId job) implements Requested {}

  /// The key was used for another request.
  record DifferentBody() implements Requested {}

  /// The key was used for a job that has been deleted since, less than a day ago.
  record Deleted() implements Requested {}

  /// The owner has as many jobs that have not ended as anybody may have.
  record TooManyAtOnce() implements Requested {}

  /// Files of the request are being removed, as no job used them until now.
  record FilesRemoved(Set<FileUrl> files) implements Requested {

    public FilesRemoved {
      files = Set.copyOf(files);
    }
  }
}
