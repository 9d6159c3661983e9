package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.Device;
import app.oddiya.domain.identity.account.DeviceId;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.identity.account.PushRegistration;
import app.oddiya.domain.identity.account.PushToken;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.Optional;

/// Lets a person be pushed to on a device.
public final class RegisterDevice {

  private final Devices devices;
  private final PushEndpoints endpoints;

  public RegisterDevice(Devices devices, PushEndpoints endpoints) {
    this.devices = devices;
    this.endpoints = endpoints;
  }

  /// What comes of it.
  public enum Outcome {
    REGISTERED,
    INVALID_TOKEN
  }

  /// Safe to repeat after any failure: the push service gives one endpoint a token, and the device
  /// is stored last.
  public Outcome register(
      UserId owner, DeviceId id, Platform platform, PushToken token, Deadline deadline) {
    return switch (endpoints.register(platform, token, deadline)) {
      case PushRegistration.InvalidToken _ -> Outcome.INVALID_TOKEN;
      case PushRegistration.Accepted(PushEndpoint endpoint) -> {
        store(new Device(owner, id, platform, endpoint), deadline)
            .ifPresent(replaced -> endpoints.remove(replaced, deadline));
        yield Outcome.REGISTERED;
      }
    };
  }

  private Optional<PushEndpoint> store(Device device, Deadline deadline) {
    try {
      return devices.put(device, deadline);
    } catch (AccountDeleted gone) {
      endpoints.remove(device.endpoint(), deadline);
      throw gone;
    }
  }
}
