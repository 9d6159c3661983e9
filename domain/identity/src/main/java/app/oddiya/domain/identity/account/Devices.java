package app.oddiya.domain.identity.account;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/// The devices of all users.
///
/// An endpoint belongs to one device at a time: when somebody else signs in on a phone, the phone's
/// endpoint moves to the new user, who would otherwise see the pushes of the one before.
public interface Devices {

  /// Adds a device or replaces the one of the same owner and id, and takes its endpoint away from
  /// any other device.
  ///
  /// @return the endpoint that this replaces and that no device has any longer
  /// @throws app.oddiya.domain.shared.AccountDeleted if the owner has no account any more
  Optional<PushEndpoint> put(Device device, Deadline deadline);

  Optional<Device> find(UserId owner, DeviceId id, Deadline deadline);

  /// In the order of their ids.
  List<Device> of(UserId owner, Deadline deadline);

  /// Forgets a device; one that is not there is fine.
  void remove(UserId owner, DeviceId id, Deadline deadline);

  /// Forgets whichever device has an endpoint; none is fine.
  void removeAt(PushEndpoint endpoint, Deadline deadline);
}
