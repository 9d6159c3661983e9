package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.User;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.Optional;

/// Shows people their own account.
public final class ReadProfile {

  private final Users users;

  public ReadProfile(Users users) {
    this.users = users;
  }

  /// Empty if the account is gone while its access token still lives.
  public Optional<User> read(UserId self, Deadline deadline) {
    return users.find(self, deadline);
  }
}
