package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;

/// The topic on which the ends of jobs are made known to other systems.
public interface JobEvents {

  /// @throws app.oddiya.domain.shared.Unavailable if it is not known to have been published
  void publish(Ended ended, Deadline deadline);
}
