package app.oddiya.adapters.memory.identity;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.identity.account.Device;
import app.oddiya.domain.identity.account.DeviceId;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Devices in memory. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryDevices implements Devices {

  private final List<Device> devices = new ArrayList<>();
  private final MemoryTombstones tombstones;

  public MemoryDevices() {
    this(new MemoryTombstones());
  }

  public MemoryDevices(MemoryTombstones tombstones) {
    this.tombstones = tombstones;
    tombstones.alsoRemove(this::removeAllOf);
  }

  private synchronized void removeAllOf(UserId owner) {
    devices.removeIf(device -> device.owner().equals(owner));
  }

  @Override
  public Optional<PushEndpoint> put(Device device, Deadline deadline) {
    return tombstones.writingFor(device.owner(), () -> store(device, deadline));
  }

  private synchronized Optional<PushEndpoint> store(Device device, Deadline deadline) {
    Optional<PushEndpoint> before =
        find(device.owner(), device.id(), deadline).map(Device::endpoint);
    remove(device.owner(), device.id(), deadline);
    devices.removeIf(other -> other.endpoint().equals(device.endpoint()));
    devices.add(device);
    return before.filter(endpoint -> !endpoint.equals(device.endpoint()));
  }

  @Override
  public synchronized Optional<Device> find(UserId owner, DeviceId id, Deadline deadline) {
    return devices.stream()
        .filter(device -> device.owner().equals(owner) && device.id().equals(id))
        .findFirst();
  }

  @Override
  public synchronized List<Device> of(UserId owner, Deadline deadline) {
    return devices.stream()
        .filter(device -> device.owner().equals(owner))
        .sorted(Comparator.comparing(device -> device.id().value()))
        .toList();
  }

  @Override
  public synchronized void remove(UserId owner, DeviceId id, Deadline deadline) {
    devices.removeIf(device -> device.owner().equals(owner) && device.id().equals(id));
  }

  @Override
  public synchronized void removeAt(PushEndpoint endpoint, Deadline deadline) {
    devices.removeIf(device -> device.endpoint().equals(endpoint));
  }
}
