package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.Device;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.LanguageTag;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;

/// Tells where and in which language a person can be pushed to.
public final class ListDevices {

  private final Users users;
  private final Devices devices;

  public ListDevices(Users users, Devices devices) {
    this.users = users;
    this.devices = devices;
  }

  /// A device and the language of its owner.
  public record Addressee(Device device, LanguageTag locale) {}

  /// Empty for somebody without a device, and for nobody.
  public List<Addressee> list(UserId owner, Deadline deadline) {
    return users
        .find(owner, deadline)
        .map(
            user ->
                devices.of(owner, deadline).stream()
                    .map(device -> new Addressee(device, user.locale()))
                    .toList())
        .orElseGet(List::of);
  }
}
