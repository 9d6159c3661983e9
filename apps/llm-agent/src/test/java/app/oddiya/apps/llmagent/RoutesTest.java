package app.oddiya.apps.llmagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.web.BadSettings;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {

  @Test
  void theRoutesAreThoseOfTheGoldenTable() throws IOException {
    try (var agent = new SetUp();
        InputStream golden = getClass().getResourceAsStream("/routes.txt")) {
      assertThat(agent.component().routes().asText())
          .isEqualTo(
              new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void everythingWrongWithTheEnvironmentIsToldAtOnce() {
    Map<String, String> environment =
        Map.of(
            "ODDIYA_LLM_AGENT_PORT", "many",
            "ODDIYA_REDIS_CACHE_URL", "http://127.0.0.1",
            "ODDIYA_OPENWEATHERMAP_URL", "here",
            "ODDIYA_EXCHANGERATE_URL", "there");

    assertThatThrownBy(() -> Settings.read(environment, Config::from))
        .asInstanceOf(InstanceOfAssertFactories.type(BadSettings.class))
        .extracting(BadSettings::problems)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .anyMatch(problem -> problem.startsWith("ODDIYA_LLM_AGENT_PORT"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_INTERNAL_KEYS"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_REDIS_CACHE_URL"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_OPENWEATHERMAP_URL"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_EXCHANGERATE_URL"))
        .hasSize(5);
  }

  @Test
  void theServiceStartsFromItsEnvironmentAlsoWhileItsCacheIsAway(@TempDir Path folder)
      throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of(
            "ODDIYA_LLM_AGENT_PORT", "0",
            "ODDIYA_LLM_AGENT_PRIVATE_PORT", "0",
            "ODDIYA_REDIS_CACHE_URL", "redis://127.0.0.1:1",
            "ODDIYA_INTERNAL_KEYS", Files.writeString(folder.resolve("keys"), "{}").toString());

    RunningService service = Main.start(environment);
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI ready = URI.create("http://127.0.0.1:" + service.privatePort() + "/readyz");
      assertThat(http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding()))
          .matches(answer -> answer.statusCode() == 200);
    } finally {
      service.stop();
    }
  }
}
