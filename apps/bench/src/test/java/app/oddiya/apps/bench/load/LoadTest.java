package app.oddiya.apps.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private volatile int status = 200;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
          byte[] answer = "hello".getBytes(US_ASCII);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sendsAsManyAsItIsToldEachRequestInTurn() throws IOException {
    try (Load load = load()) {
      load.closed(30);
      assertThat(asked.get("/a")).hasValue(15);
      assertThat(asked.get("/b")).hasValue(15);
    }
  }

  @Test
  void aSteadyRateGivesALatencyForEveryRequest() throws IOException {
    try (Load load = load()) {
      assertThat(load.open(40, 2_000)).hasSize(40).doesNotContain(0);
      assertThat(load.open(10, 2_000)).hasSize(10);
      assertThat(asked.get("/a")).hasValue(25);
    }
  }

  @Test
  void requestsThatWaitForAConnectionCountFromWhenTheyWereDue() throws IOException {
    // One connection and a rate beyond any server: all are due at once, and each waits for those
    // before it.
    try (Load load = Load.open(server.getAddress(), 1, List.of(request("/a")))) {
      assertThat(load.open(20, 1e9)).isSorted();
    }
  }

  @Test
  void aRefusalEndsTheLoad() throws IOException {
    status = 503;
    try (Load load = load()) {
      assertThatThrownBy(() -> load.closed(10)).isInstanceOf(BadAnswer.class);
    }
    try (Load load = load()) {
      assertThatThrownBy(() -> load.open(10, 1_000)).hasMessageContaining("503");
    }
  }

  private Load load() throws IOException {
    return Load.open(server.getAddress(), 4, List.of(request("/a"), request("/b")));
  }

  private static byte[] request(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII);
  }
}
