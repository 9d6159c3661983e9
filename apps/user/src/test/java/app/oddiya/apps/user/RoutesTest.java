package app.oddiya.apps.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.identity.MemoryDevices;
import app.oddiya.adapters.memory.identity.MemoryPushEndpoints;
import app.oddiya.adapters.memory.identity.MemoryUsers;
import app.oddiya.adapters.web.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RoutesTest {

  @Test
  void theRoutesAreThoseOfTheGoldenTable() throws IOException {
    Routes routes =
        UserComponent.Parts.routes(
            new MemoryUsers(InstantSource.system()),
            new MemoryDevices(),
            new MemoryPushEndpoints());

    try (InputStream golden = getClass().getResourceAsStream("/routes.txt")) {
      assertThat(routes.asText())
          .isEqualTo(
              new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
