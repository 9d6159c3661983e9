package app.oddiya.apps.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.stores.junit.StoppableRedisExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The gateway as it runs, before services made of the same kit as the real ones.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTest {

  @RegisterExtension static final StoppableRedisExtension CACHE = new StoppableRedisExtension();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Village village = new Village();
  private final RunningService gateway = Main.start(village.environment(CACHE.url()));

  @BeforeAll
  void isUp() throws Exception {
    assertThat(get(gateway.privatePort(), "/healthz").statusCode()).isEqualTo(200);
    assertThat(get(gateway.privatePort(), "/readyz").statusCode()).isEqualTo(200);
  }

  @AfterAll
  void stop() {
    gateway.stop();
    village.close();
    http.close();
  }

  @Test
  void aUserReachesTheirServices() throws Exception {
    HttpResponse<String> me =
        http.send(
            request("/users/me").header("Authorization", "Bearer " + village.token()).build(),
            BodyHandlers.ofString());

    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.body()).isEqualTo("{\"id\":\"42\"}");
    assertThat(me.headers().allValues("X-Request-Id")).hasSize(1);
    assertThat(me.headers().allValues("Content-Type")).containsExactly("application/json");
  }

  @Test
  void aStrangerReachesWhatIsOpenAndNothingElse() throws Exception {
    assertThat(get(gateway.port(), "/share/abc").statusCode()).isEqualTo(200);
    assertThat(get(gateway.port(), "/.well-known/jwks.json").body()).contains("\"keys\"");
    assertThat(get(gateway.port(), "/users/me").statusCode()).isEqualTo(401);
    assertThat(get(gateway.port(), "/internal/users").statusCode()).isEqualTo(401);
    assertThat(get(gateway.port(), "/metrics").statusCode()).isEqualTo(401);
  }

  @Test
  void badInputIsAnsweredByAProblem() throws Exception {
    for (String path : new String[] {"/share/%2e%2e/x", "/share//x", "/share/x;y", "/docs/%00"}) {
      HttpResponse<String> refusal = get(gateway.port(), path);

      assertThat(refusal.statusCode()).as(path).isEqualTo(400);
      assertThat(refusal.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(refusal.body())
          .contains("\"type\":", "\"title\":", "\"detail\":", "\"instance\":", "\"code\":");
    }
  }

  @Test
  void theDescriptionTellsOfEveryPublicRouteAndOfNoOther() throws Exception {
    HttpResponse<String> document = get(gateway.port(), "/openapi.json");

    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.body())
        .contains(
            "\"/docs\"",
            "\"/openapi.json\"",
            "\"/.well-known/jwks.json\"",
            "\"/users/me\"",
            "\"/api/v1/users/me\"",
            "\"/share/{token}\"",
            "\"/api/v1/videos/{id}\"")
        .doesNotContain("/internal/", "Oddiya-Internal-Token");
  }

  @Test
  void thePageIsServedToAnyone() throws Exception {
    HttpResponse<String> page = get(gateway.port(), "/docs");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @Test
  void whatPassesIsCounted() throws Exception {
    get(gateway.port(), "/share/abc");

    assertThat(get(gateway.privatePort(), "/metrics").body())
        .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/share/**\"");
  }

  private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
  }
}
