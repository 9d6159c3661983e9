package app.oddiya.apps.videoworker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.web.BadSettings;
import app.oddiya.adapters.web.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RoutesTest {

  /// The worker has no routes: [Main] gives its service none, and routes.txt is empty.
  @Test
  void nobodyCallsAWorker() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("/routes.txt")) {
      assertThat(Objects.requireNonNull(golden).readAllBytes()).isEmpty();
    }
  }

  @Test
  void everythingWrongWithTheEnvironmentIsToldAtOnce() {
    Map<String, String> environment = Map.of("ODDIYA_VIDEO_DATABASE_POOL", "0");

    assertThatThrownBy(() -> Settings.read(environment, Config::from))
        .asInstanceOf(InstanceOfAssertFactories.type(BadSettings.class))
        .extracting(BadSettings::problems)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .anyMatch(problem -> problem.startsWith("ODDIYA_VIDEO_DATABASE_POOL"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_VIDEO_DATABASE_PASSWORD"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_EVENTS_TOPIC_ARN"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_VIDEO_WORKER_INTERNAL_KEY"))
        .hasSize(4);
  }
}
