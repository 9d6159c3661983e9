package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.Device;
import app.oddiya.domain.identity.account.DeviceId;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import java.util.Optional;

/// Ends pushes to a device.
public final class RemoveDevice {

  private final Devices devices;
  private final PushEndpoints endpoints;
  private final Tombstones tombstones;

  public RemoveDevice(Devices devices, PushEndpoints endpoints, Tombstones tombstones) {
    this.devices = devices;
    this.endpoints = endpoints;
    this.tombstones = tombstones;
  }

  /// The endpoint goes first: if that fails, the device is still known and asking again ends both.
  public void remove(UserId owner, DeviceId id, Deadline deadline) {
    Optional<Device> device = devices.find(owner, id, deadline);
    if (device.isEmpty()) {
      tombstones.requireAlive(owner, deadline);
      return;
    }
    endpoints.remove(device.get().endpoint(), deadline);
    devices.remove(owner, id, deadline);
  }
}
