package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;

/// Messages to phones. They may arrive twice; the job's id is the collapse id, so that a phone
/// shows one.
public interface Pushes {

  /// @param title in the user's language
  /// @throws app.oddiya.domain.shared.Unavailable if it is not known to have been handed over
  Outcome push(Phones.Phone phone, Ended ended, String title, Deadline deadline);

  /// What can be expected of a phone.
  enum Outcome {
    HANDED_OVER,
    /// The app was removed or its token has expired: the provider will not try this address again.
    DISABLED
  }
}
