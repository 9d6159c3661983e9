package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the proxy did stands in the service's metrics, beside what the service answered itself.
@Timeout(60)
class CountingTest {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private final ProxyFixture proxy;

  CountingTest() throws IOException {
    proxy = new ProxyFixture();
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  @Test
  void everyRequestIsCountedOnceByItsRowAndNeverByItsPath() throws IOException {
    for (String path : List.of("/share/canary", "/users/canary", "/share/%2e/canary", "/down/x")) {
      RawClient.ask(proxy.port(), "GET " + path + " HTTP/1.1\n", "");
    }

    List<String> counts = countsOnceThereAre(4);

    assertThat(counts)
        .containsExactlyInAnyOrder(
            count("/share/**", 200),
            count("/users/**", 401),
            count("none", 400),
            count("/down/**", 503));
  }

  private static String count(String route, int status) {
    return "http_server_requests_seconds_count{method=\"GET\",route=\"%s\",status=\"%d\"} 1"
        .formatted(route, status);
  }

  /// A request is counted when its answer has gone, which may be a moment after it has arrived.
  private List<String> countsOnceThereAre(int lines) throws IOException {
    long began = System.nanoTime();
    List<String> counts;
    do {
      counts =
          RawClient.ask(proxy.privatePort(), "GET /metrics HTTP/1.1\n", "")
              .body()
              .lines()
              .filter(line -> line.startsWith("http_server_requests_seconds_count"))
              .toList();
    } while (counts.size() < lines && System.nanoTime() - began < PATIENCE);
    return counts;
  }
}
