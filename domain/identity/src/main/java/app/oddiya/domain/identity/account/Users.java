package app.oddiya.domain.identity.account;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.Optional;
import java.util.OptionalLong;

/// All accounts.
public interface Users extends Accounts {

  Optional<User> find(UserId id, Deadline deadline);

  /// Changes a profile in one step.
  ///
  /// @param basedOn the version that must still be the current one; empty for whichever it is
  ProfileUpdate change(UserId id, ProfileChange change, OptionalLong basedOn, Deadline deadline);
}
