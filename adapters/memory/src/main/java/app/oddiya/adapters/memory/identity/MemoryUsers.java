package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.ProfileChange;
import app.oddiya.domain.identity.account.ProfileUpdate;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.Registration;
import app.oddiya.domain.identity.account.User;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Accounts in memory. Ids are 1, 2, 3. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryUsers implements Users {

  private final InstantSource clock;
  private final Map<UserId, User> users = new HashMap<>();
  private final Map<Identity, UserId> ids = new HashMap<>();
  private long lastId;

  public MemoryUsers(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Registration findOrCreate(ProviderProfile profile, Deadline deadline) {
    UserId known = ids.get(profile.identity());
    if (known != null) {
      users.computeIfPresent(known, (_, user) -> user.completedBy(profile));
      return new Registration(known, false);
    }
    var id = new UserId(++lastId);
    ids.put(profile.identity(), id);
    users.put(id, User.begin(id, profile, clock.instant()));
    return new Registration(id, true);
  }

  @Override
  public synchronized Optional<User> find(UserId id, Deadline deadline) {
    return Optional.ofNullable(users.get(id));
  }

  @Override
  public synchronized ProfileUpdate change(
      UserId id, ProfileChange change, OptionalLong basedOn, Deadline deadline) {
    User user = users.get(id);
    if (user == null) {
      return new ProfileUpdate.NoSuchUser();
    }
    if (basedOn.isPresent() && basedOn.getAsLong() != user.version()) {
      return new ProfileUpdate.Stale();
    }
    User changed = user.changedBy(change);
    users.put(id, changed);
    return new ProfileUpdate.Done(changed);
  }

  /// What [MemoryAccountDeletions] does within its own transaction.
  synchronized boolean remove(UserId id) {
    ids.values().remove(id);
    return users.remove(id) != null;
  }
}
