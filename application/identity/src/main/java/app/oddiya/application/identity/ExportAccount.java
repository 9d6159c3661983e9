package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.Device;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.Keepers;
import app.oddiya.domain.identity.account.User;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows somebody all that is held of them, here and by every keeper.
public final class ExportAccount {

  private final Users users;
  private final Devices devices;
  private final Keepers keepers;

  public ExportAccount(Users users, Devices devices, Keepers keepers) {
    this.users = users;
    this.devices = devices;
    this.keepers = keepers;
  }

  /// All of it, open to be read.
  ///
  /// @param archives a ZIP of each keeper, none of it read yet
  public record Export(User user, List<Device> devices, Map<Keeper, InputStream> archives)
      implements AutoCloseable {

    @Override
    public void close() {
      archives.values().forEach(ExportAccount::close);
    }
  }

  /// Opens everything or nothing, so that nobody takes a part for the whole. Empty for somebody
  /// without an account.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if one of them does not answer
  public Optional<Export> open(UserId self, Deadline deadline) {
    return users.find(self, deadline).map(user -> open(user, deadline));
  }

  private Export open(User user, Deadline deadline) {
    Map<Keeper, InputStream> archives = new EnumMap<>(Keeper.class);
    try {
      List<Device> phones = devices.of(user.id(), deadline);
      for (Keeper keeper : Keeper.values()) {
        archives.put(keeper, keepers.open(keeper, user.id(), deadline));
      }
      return new Export(user, phones, archives);
    } catch (RuntimeException e) {
      archives.values().forEach(ExportAccount::close);
      throw e;
    }
  }

  private static void close(InputStream archive) {
    try {
      archive.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
