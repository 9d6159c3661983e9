package app.oddiya.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// nginx hands on what it gets, at once, to the gateway alone, and waits longer than whoever is
/// behind it and in front of it.
class IngressTest {

  private final String configuration =
      Checkout.read(Checkout.manifests().resolve("base/nginx.conf"));

  @ParameterizedTest
  @CsvSource({
    "proxy_buffering, off",
    "proxy_request_buffering, off",
    "proxy_http_version, 1.1",
    "proxy_next_upstream, off",
    "merge_slashes, off",
    "access_log, off",
    "client_max_body_size, 1m",
    "proxy_pass, http://gateway",
  })
  void saysSo(String directive, String value) {
    assertThat(configuration).containsPattern("(?m)^\\s+" + directive + " " + value + ";$");
  }

  @Test
  void waitsLongerThanTheLoadBalancerKeepsAConnection() {
    assertThat(seconds("keepalive_timeout", 0)).isGreaterThan(60);
  }

  /// `ODDIYA_GATEWAY_IDLE` and `ODDIYA_GATEWAY_GENERATION`.
  @Test
  void waitsForTheGatewayAsLongAsItMayTake() {
    assertThat(seconds("keepalive_timeout", 1)).isLessThan(30);
    assertThat(seconds("proxy_read_timeout", 0)).isGreaterThan(40);
  }

  @Test
  void finishesWhatIsOpenWithinTheGraceOfItsPod() {
    assertThat(seconds("worker_shutdown_timeout", 0)).isLessThanOrEqualTo(100);
  }

  @Test
  void isWhatTheNodePortsLeadTo() {
    Overlay overlay = Overlay.named("production");
    JsonNode service = overlay.one("Service", "ingress").path("spec");
    assertThat(service.path("externalTrafficPolicy").stringValue("")).isEqualTo("Local");
    assertThat(service.at("/ports/0/nodePort").intValue()).isEqualTo(30080);
    assertThat(service.at("/ports/1/nodePort").intValue()).isEqualTo(30081);
    assertThat(configuration).contains("listen 8000 ", "listen 8001;", "server gateway:8080 ");
  }

  /// The first of them is that of the door, the second that of the upstream.
  private int seconds(String directive, int which) {
    return configuration
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(directive + " "))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToInt(Integer::parseInt)
        .skip(which)
        .findFirst()
        .orElseThrow();
  }
}
