package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.ProfileChange;
import app.oddiya.domain.identity.account.ProfileUpdate;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.OptionalLong;

/// Lets people change how they are called and in which language and currency they think.
public final class ChangeProfile {

  private final Users users;

  public ChangeProfile(Users users) {
    this.users = users;
  }

  /// @param basedOn the version that the person saw; empty if they do not care
  public ProfileUpdate change(
      UserId self, ProfileChange change, OptionalLong basedOn, Deadline deadline) {
    return users.change(self, change, basedOn, deadline);
  }
}
