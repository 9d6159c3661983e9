package app.oddiya.domain.video.job;

import java.util.Optional;

/// Something to be told to others, kept until it has been.
///
/// @param id in the order of writing
/// @param topic what is to be said
/// @param job about which job
/// @param trace the `traceparent` of the work in which it was written
public record OutboxMessage(long id, Topic topic, JobId job, Optional<String> trace) {

  /// What is to be said, and so who can say it.
  public enum Topic {
    /// To the workers: there is a job to claim.
    RENDER,
    /// To the owner and whoever else listens: the job has ended.
    ANNOUNCE
  }
}
