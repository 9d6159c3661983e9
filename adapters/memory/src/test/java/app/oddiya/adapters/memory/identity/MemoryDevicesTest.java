package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.DevicesContract;
import java.util.concurrent.atomic.AtomicLong;

class MemoryDevicesTest implements DevicesContract {

  private final MemoryDevices devices = new MemoryDevices();
  private final AtomicLong owners = new AtomicLong();

  @Override
  public Devices devices() {
    return devices;
  }

  @Override
  public UserId owner() {
    return new UserId(owners.incrementAndGet());
  }
}
