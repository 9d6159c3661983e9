package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private static Web web(int port) {
    return new Web(
        "x", "127.0.0.1", port, 0, Issuer.NAME, URI.create("http://missing.invalid"), Map::of);
  }

  @Test
  void aRequestThatWasAcceptedFinishesWhenTheServiceStops() throws Exception {
    NotesService notes = NotesService.start(new Issuer("k1"), new Issuer("p1"));
    try (Client client = new Client(notes.running.port())) {
      var slow = CompletableFuture.supplyAsync(() -> client.get("/slow"));
      assertThat(notes.arrived.await(10, TimeUnit.SECONDS)).isTrue();
      var stopped = CompletableFuture.runAsync(notes::close);
      while (isListening(notes.running.port())) {
        Thread.onSpinWait();
      }
      assertThat(stopped).isNotDone();
      notes.slow.countDown();

      assertThat(slow.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
      stopped.get(10, TimeUnit.SECONDS);
    }
  }

  private static boolean isListening(int port) {
    try (RawHttp _ = new RawHttp(port)) {
      return true;
    } catch (ConnectException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatItHoldsIsClosedLastFirstAfterTheLastRequest() {
    List<String> closed = new CopyOnWriteArrayList<>();
    RunningService service =
        Service.of(web(0))
            .closing(() -> closed.add("first"))
            .closing(
                () -> {
                  throw new IOException("cannot");
                })
            .closing(() -> closed.add("last"))
            .start();
    assertThat(service.port()).isEqualTo(-1);
    service.stop();

    assertThat(closed).containsExactly("last", "first");
  }

  @Test
  void aPortThatIsTakenLeavesNothingOpen() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () ->
                  Service.of(web(taken.getLocalPort()))
                      .routes(Routes.of())
                      .closing(() -> closed.set(true))
                      .start())
          .isInstanceOf(UncheckedIOException.class);
    }
    assertThat(closed).isTrue();
  }

  @Test
  void healthReadinessAndMetricsAreOnThePrivatePortOnly() {
    AtomicBoolean up = new AtomicBoolean();
    RunningService service =
        Service.of(web(0)).routes(Routes.of()).readyWhen("database", up::get).start();
    try (Client open = new Client(service.port());
        Client closed = new Client(service.privatePort())) {
      for (String path : List.of("/healthz", "/readyz", "/metrics")) {
        assertThat(open.get(path).status()).isEqualTo(404);
      }
      assertThat(closed.get("/healthz").status()).isEqualTo(200);
      assertThat(closed.get("/readyz").status()).isEqualTo(503);
      assertThat(closed.get("/readyz").body())
          .isEqualTo("{\"status\":\"waiting\",\"checks\":{\"database\":\"down\"}}");
      up.set(true);
      assertThat(closed.get("/readyz").status()).isEqualTo(200);
      assertThat(closed.get("/metrics").body())
          .contains(
              "http_server_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"} 3");
      assertThat(closed.send("POST", "/healthz", "x").status()).isEqualTo(405);
      assertThat(closed.get("/healthz/x").status()).isEqualTo(404);
      assertThat(closed.get("/").status()).isEqualTo(404);
    } finally {
      service.stop();
    }
  }

  @Test
  void itIsNotReadyBeforeItServes() throws IOException {
    PrivatePort port =
        PrivatePort.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Map.of(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    try (Client client = new Client(port.port())) {
      assertThat(client.get("/healthz").status()).isEqualTo(200);
      assertThat(client.get("/readyz").body()).isEqualTo("{\"status\":\"starting\",\"checks\":{}}");
      port.nowServing();
      assertThat(client.get("/readyz").status()).isEqualTo(200);
      port.drain();
      assertThat(client.get("/readyz").body()).isEqualTo("{\"status\":\"stopping\",\"checks\":{}}");
    } finally {
      port.close();
    }
  }
}
