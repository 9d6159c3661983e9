package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The app's types are made of a copy of the gateway's document, which must not fall behind it.
class AppContractTest {

  @RegisterExtension static final SharedSystem ODDIYA = new SharedSystem();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void appKnowsTheDocumentThatTheGatewayServes() throws Exception {
    JsonNode held = JSON.readTree(Files.readString(Path.of("../mobile/openapi.json")));
    JsonNode served;
    try (HttpClient http = HttpClient.newHttpClient()) {
      served =
          JSON.readTree(
              http.send(
                      HttpRequest.newBuilder(ODDIYA.gateway().resolve("/openapi.json")).build(),
                      HttpResponse.BodyHandlers.ofString())
                  .body());
    }
    assertThat(held)
        .as(
            "apps/mobile/openapi.json is stale: in apps/mobile, with ./oddiya up running, run"
                + " `npm run contract -- http://localhost:8080`")
        .isEqualTo(served);
  }
}
