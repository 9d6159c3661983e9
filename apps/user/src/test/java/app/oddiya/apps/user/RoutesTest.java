package app.oddiya.apps.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.identity.MemoryAccountDeletions;
import app.oddiya.adapters.memory.identity.MemoryDevices;
import app.oddiya.adapters.memory.identity.MemoryKeepers;
import app.oddiya.adapters.memory.identity.MemoryPushEndpoints;
import app.oddiya.adapters.memory.identity.MemoryUsers;
import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.adapters.web.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RoutesTest {

  @Test
  void theRoutesAreThoseOfTheGoldenTable() throws IOException {
    InstantSource clock = InstantSource.system();
    var tombstones = new MemoryTombstones();
    var users = new MemoryUsers(clock);
    var devices = new MemoryDevices(tombstones);
    try (var deletions = BackgroundLoop.start("none", Duration.ZERO, () -> Duration.ofDays(1));
        InputStream golden = getClass().getResourceAsStream("/routes.txt")) {
      Routes routes =
          UserComponent.Parts.routes(
              users,
              devices,
              new MemoryPushEndpoints(),
              new MemoryAccountDeletions(users, devices, tombstones),
              new MemoryKeepers(),
              tombstones,
              deletions,
              clock);

      assertThat(routes.asText())
          .isEqualTo(
              new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
