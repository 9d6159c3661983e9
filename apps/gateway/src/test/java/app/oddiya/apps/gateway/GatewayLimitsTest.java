package app.oddiya.apps.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.web.BadSettings;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.stores.junit.StoppableRedisExtension;
import app.oddiya.domain.testkit.time.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two gateways before the same services, and one Redis that comes and goes.
@Timeout(60)
class GatewayLimitsTest {

  @RegisterExtension static final StoppableRedisExtension CACHE = new StoppableRedisExtension();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Village village = new Village();
  private final List<RunningService> gateways = new ArrayList<>();

  @AfterEach
  void stop() {
    gateways.forEach(RunningService::stop);
    village.close();
    http.close();
  }

  @Test
  void twoGatewaysLetAUsersQuotaPassAndNotOneRequestMore() throws Exception {
    RunningService one = gateway(Map.of("ODDIYA_GATEWAY_LIMIT_USER", "40/1h"));
    RunningService other = gateway(Map.of("ODDIYA_GATEWAY_LIMIT_USER", "40/1h"));
    String token = village.token();
    List<Future<HttpResponse<String>>> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(50)) {
      for (int i = 0; i < 100; i++) {
        RunningService next = i % 2 == 0 ? one : other;
        answers.add(threads.submit(() -> get(next, "/users/me", token)));
      }
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<HttpResponse<String>> answer : answers) {
      statuses.add(answer.get().statusCode());
      assertThat(answer.get().headers().firstValue("RateLimit")).isPresent();
      assertThat(answer.get().headers().firstValue("RateLimit-Policy"))
          .contains("\"user\";q=40;w=3600");
    }

    assertThat(statuses).containsOnly(200, 429);
    assertThat(Collections.frequency(statuses, 200)).isEqualTo(40);
    HttpResponse<String> refused = get(one, "/users/me", token);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
        .isBetween(3_500L, 3_600L);
  }

  @Test
  void withoutRedisNobodySignsInAndEverythingElseGoesOn() throws Exception {
    RunningService gateway = gateway(Map.of("ODDIYA_GATEWAY_LIMIT_ANYONE", "10/1h"));
    assertThat(get(gateway, "/oauth2/x", "").statusCode()).isEqualTo(404);
    CACHE.stop();

    HttpResponse<String> signIn = get(gateway, "/oauth2/x", "");
    assertThat(signIn.statusCode()).isEqualTo(503);
    assertThat(signIn.headers().firstValue("Retry-After")).contains("2");
    assertThat(signIn.body()).contains("\"code\":\"unavailable\"");
    assertThat(get(gateway, "/users/me", village.token()).statusCode()).isEqualTo(200);
    for (int i = 0; i < 10; i++) {
      assertThat(get(gateway, "/share/abc", "").statusCode()).isEqualTo(200);
    }
    assertThat(get(gateway, "/share/abc", "").statusCode()).isEqualTo(429);

    CACHE.start();
    Eventually.holds("sign-in is counted", PATIENCE, () -> signInIsCounted(gateway));
    assertThat(get(gateway, "/oauth2/x", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aGatewayThatStartsWithoutAuthLetsUsersInByTheKeysThatAnotherLeft() throws Exception {
    String token = village.token();
    assertThat(get(gateway(Map.of()), "/users/me", token).statusCode()).isEqualTo(200);

    RunningService late = gateway(Map.of("ODDIYA_JWKS_URL", "http://127.0.0.1:1/jwks.json"));

    assertThat(get(late, "/users/me", token).statusCode()).isEqualTo(200);
  }

  @Test
  void limitsCanBeLifted() throws Exception {
    RunningService gateway =
        gateway(
            Map.of(
                "ODDIYA_GATEWAY_LIMIT_SIGN_IN", "off",
                "ODDIYA_GATEWAY_LIMIT_ANYONE", "off",
                "ODDIYA_GATEWAY_LIMIT_USER", "off",
                "ODDIYA_GATEWAY_LIMIT_GENERATE", "off"));

    for (String path : new String[] {"/oauth2/x", "/share/abc", "/docs", "/users/me"}) {
      assertThat(get(gateway, path, "").headers().firstValue("RateLimit")).as(path).isEmpty();
    }
    assertThat(get(gateway, "/openapi.json", "").body()).doesNotContain("RateLimit");
  }

  @Test
  void theDescriptionTellsOfTheLimits() throws Exception {
    HttpResponse<String> document = get(gateway(Map.of()), "/openapi.json", "");

    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.headers().firstValue("RateLimit")).isPresent();
    assertThat(document.body())
        .contains(
            "\"429\":{\"$ref\":\"#/components/responses/RefusedByLimit\"}",
            "\"RateLimit\":{\"$ref\":\"#/components/headers/RateLimit\"}",
            "\"RateLimit-Policy\":{\"$ref\":\"#/components/headers/RateLimitPolicy\"}",
            "draft-ietf-httpapi-ratelimit-headers-10");
  }

  @Test
  void aLimitThatIsNoneIsToldAtTheStart() {
    assertThatThrownBy(() -> gateway(Map.of("ODDIYA_GATEWAY_LIMIT_USER", "many")))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("ODDIYA_GATEWAY_LIMIT_USER must be off, or requests/time");
  }

  private RunningService gateway(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(village.environment(CACHE.url()));
    environment.putAll(more);
    RunningService gateway = Main.start(environment);
    gateways.add(gateway);
    return gateway;
  }

  private boolean signInIsCounted(RunningService gateway) {
    try {
      return get(gateway, "/oauth2/x", "").statusCode() != 503;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("the gateway does not answer", e);
    }
  }

  private HttpResponse<String> get(RunningService gateway, String path, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
