package app.oddiya.domain.planning.plan;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;

/// The phones on which travellers want to be told of their plans, as the identity side knows them.
public interface PlanPhones {

  /// The phones of `owner`; none for somebody who has none, or is gone.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if nobody answers in time
  List<Phone> of(UserId owner, Deadline deadline);

  /// @param platform what kind of push it understands
  /// @param endpoint the push provider's address of it
  /// @param locale the traveller's language tag (BCP 47)
  record Phone(Platform platform, String endpoint, String locale) {}

  /// The two kinds of push there are.
  enum Platform {
    IOS,
    ANDROID
  }
}
