package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.DeviceId;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;

/// Ends pushes to a device.
public final class RemoveDevice {

  private final Devices devices;
  private final PushEndpoints endpoints;

  public RemoveDevice(Devices devices, PushEndpoints endpoints) {
    this.devices = devices;
    this.endpoints = endpoints;
  }

  /// The endpoint goes first: if that fails, the device is still known and asking again ends both.
  public void remove(UserId owner, DeviceId id, Deadline deadline) {
    devices
        .find(owner, id, deadline)
        .ifPresent(
            device -> {
              endpoints.remove(device.endpoint(), deadline);
              devices.remove(owner, id, deadline);
            });
  }
}
