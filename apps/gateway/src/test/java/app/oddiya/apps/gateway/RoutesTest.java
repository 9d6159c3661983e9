package app.oddiya.apps.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
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

  @Test
  void theDoorOpensToTheseRoutesAndNoOthers() throws IOException {
    Config config = Settings.read(Map.of(), Config::from);

    String routes =
        GatewayRoutes.table(config).asText()
            + GatewayRoutes.own(DocsPage.load(), config.links()).asText();

    assertThat(routes).isEqualTo(golden());
  }

  @Test
  void everythingWrongWithTheEnvironmentIsToldAtOnce() {
    Map<String, String> environment =
        Map.of("ODDIYA_GATEWAY_PORT", "eighty", "ODDIYA_PLAN_URL", "plan:8083");

    assertThatThrownBy(() -> Settings.read(environment, Config::from))
        .asInstanceOf(InstanceOfAssertFactories.type(BadSettings.class))
        .extracting(BadSettings::problems)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .anyMatch(problem -> problem.startsWith("ODDIYA_GATEWAY_PORT"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_PLAN_URL"))
        .hasSize(2);
  }

  private static String golden() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(RoutesTest.class.getResourceAsStream("/routes.txt"))) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
