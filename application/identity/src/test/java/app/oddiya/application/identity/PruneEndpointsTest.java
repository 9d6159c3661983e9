package app.oddiya.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.identity.MemoryDevices;
import app.oddiya.adapters.memory.identity.MemoryPushEndpoints;
import app.oddiya.domain.identity.account.Device;
import app.oddiya.domain.identity.account.DeviceId;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.identity.account.PushToken;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PruneEndpointsTest {

  private static final Deadline LATER = new Deadline(Instant.parse("2999-12-31T00:00:00Z"));
  private static final UserId MINA = new UserId(1);

  private final MemoryDevices devices = new MemoryDevices();
  private final MemoryPushEndpoints endpoints = new MemoryPushEndpoints();
  private final PruneEndpoints pruneEndpoints = new PruneEndpoints(devices, endpoints);

  @Test
  void aPhoneThatIsNotReachedAnyMoreIsForgottenAndAnotherIsNot() {
    PushEndpoint lost = registered("lost");
    PushEndpoint kept = registered("kept");
    endpoints.bounce(lost);

    PruneEndpoints.Pruned pruned = pruneEndpoints.prune(Platform.IOS, Optional.empty(), LATER);

    assertThat(pruned).isEqualTo(new PruneEndpoints.Pruned(1, Optional.empty()));
    assertThat(devices.of(MINA, LATER)).extracting(Device::endpoint).containsExactly(kept);
    assertThat(endpoints.exists(lost)).isFalse();
    assertThat(endpoints.isEnabled(kept)).isTrue();
  }

  @Test
  void whoComesBackIsPushedToAgain() {
    PushEndpoint lost = registered("lost");
    endpoints.bounce(lost);
    pruneEndpoints.prune(Platform.IOS, Optional.empty(), LATER);

    PushEndpoint again = registered("lost");

    assertThat(endpoints.isEnabled(again)).isTrue();
    assertThat(devices.of(MINA, LATER)).hasSize(1);
  }

  private PushEndpoint registered(String id) {
    new RegisterDevice(devices, endpoints)
        .register(MINA, new DeviceId(id), Platform.IOS, new PushToken("token-of-" + id), LATER);
    return devices.find(MINA, new DeviceId(id), LATER).orElseThrow().endpoint();
  }
}
