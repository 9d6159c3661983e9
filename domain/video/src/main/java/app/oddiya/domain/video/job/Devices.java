package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;

/// The phones that a user wants to be told on, known to the identity side.
public interface Devices {

  /// @throws app.oddiya.domain.shared.Unavailable if nobody answers in time
  List<Device> of(UserId owner, Deadline deadline);

  /// @param platform what kind of push it understands
  /// @param endpoint the push provider's address of it
  /// @param locale the user's language tag (BCP 47)
  record Device(Platform platform, String endpoint, String locale) {}

  /// The two kinds of push there are.
  enum Platform {
    IOS,
    ANDROID
  }
}
