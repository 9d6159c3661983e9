package app.oddiya.apps.auth;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.Settings;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {

  private static final URI SOMEWHERE = URI.create("http://127.0.0.1:1");

  @Test
  void theRoutesAreThoseOfTheGoldenTable(@TempDir Path folder) throws IOException, JOSEException {
    Map<String, String> environment =
        Settled.environment(folder, SOMEWHERE, SOMEWHERE, "redis://127.0.0.1:1", SOMEWHERE);
    AuthComponent auth =
        DaggerAuthComponent.factory().create(Settings.read(environment, Config::from));

    try (InputStream golden = getClass().getResourceAsStream("/routes.txt")) {
      assertThat(auth.routes().asText())
          .isEqualTo(
              new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
    } finally {
      auth.sessionStore().close().run();
      auth.siblings().close();
    }
  }
}
