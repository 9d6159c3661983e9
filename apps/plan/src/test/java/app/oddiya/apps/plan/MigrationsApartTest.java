package app.oddiya.apps.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.web.BadSettings;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Settings;
import app.oddiya.apps.stores.junit.PostgresExtension;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The service on a schema that somebody else migrates.
class MigrationsApartTest {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @Test
  void theServiceIsAliveButNotReadyUntilItsSchemaHasBeenMigrated(@TempDir Path folder)
      throws IOException, InterruptedException, JOSEException {
    // All that a migration has to be told.
    Map<String, String> store =
        Map.of(
            "ODDIYA_DATABASE_URL", postgres.jdbcUrl(),
            "ODDIYA_PLAN_DATABASE_PASSWORD", postgres.password("plan_service"));
    String key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate().toJSONString();
    Map<String, String> environment = new HashMap<>(store);
    environment.put("ODDIYA_MIGRATIONS", "apart");
    environment.put("ODDIYA_PLAN_PORT", "0");
    environment.put("ODDIYA_PLAN_PRIVATE_PORT", "0");
    environment.put(
        "ODDIYA_INTERNAL_KEYS", Files.writeString(folder.resolve("keys"), "{}").toString());
    environment.put(
        "ODDIYA_PLAN_INTERNAL_KEY", Files.writeString(folder.resolve("key"), key).toString());

    RunningService service = Main.start(environment);
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(probe(http, service, "/healthz").statusCode()).isEqualTo(200);
      HttpResponse<String> before = probe(http, service, "/readyz");
      assertThat(before.statusCode()).isEqualTo(503);
      assertThat(before.body()).contains("\"database\":\"down\"");

      Main.migrate(store);

      assertThat(probe(http, service, "/readyz").statusCode()).isEqualTo(200);
    } finally {
      service.stop();
    }
  }

  @Test
  void migrationsAreAtTheStartOrApart() {
    assertThatThrownBy(
            () -> Settings.read(Map.of("ODDIYA_MIGRATIONS", "sometimes"), Config::database))
        .asInstanceOf(InstanceOfAssertFactories.type(BadSettings.class))
        .extracting(BadSettings::problems)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .contains("ODDIYA_MIGRATIONS must be start or apart");
  }

  private static HttpResponse<String> probe(HttpClient http, RunningService service, String path)
      throws IOException, InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + service.privatePort() + path);
    return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }
}
