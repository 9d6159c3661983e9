package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Health and metrics, on a port that no ingress knows: `GET /healthz`, `/readyz` and `/metrics`.
///
/// On the JDK's own small server, so that it answers when every thread of the other one is busy.
final class PrivatePort {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, BooleanSupplier> checks;
  private final PrometheusMeterRegistry metrics;
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final AtomicBoolean measuringJvm = new AtomicBoolean();
  private volatile Phase phase = Phase.STARTING;

  private enum Phase {
    STARTING,
    SERVING,
    STOPPING
  }

  private PrivatePort(
      HttpServer server, Map<String, BooleanSupplier> checks, PrometheusMeterRegistry metrics) {
    this.server = server;
    this.checks = checks;
    this.metrics = metrics;
  }

  /// Alive at once, ready once it serves.
  ///
  /// @param checks what has to answer before the service can
  static PrivatePort open(
      InetSocketAddress address,
      Map<String, BooleanSupplier> checks,
      PrometheusMeterRegistry metrics)
      throws IOException {
    PrivatePort port = new PrivatePort(HttpServer.create(address, 0), checks, metrics);
    port.serve("/healthz", "application/json", () -> new Page(200, "{\"status\":\"up\"}"));
    port.serve("/readyz", "application/json", port::readiness);
    port.serve("/metrics", "text/plain; version=0.0.4; charset=utf-8", port::scrape);
    port.server.setExecutor(port.threads);
    port.server.start();
    return port;
  }

  private record Page(int status, String text) {}

  private Page readiness() {
    Json.Builder each = Json.object();
    Phase now = phase;
    boolean ready = now == Phase.SERVING;
    for (var check : checks.entrySet()) {
      boolean up = check.getValue().getAsBoolean();
      each.with(check.getKey(), up ? "up" : "down");
      ready &= up;
    }
    String status =
        switch (now) {
          case STARTING -> "starting";
          case SERVING -> ready ? "ready" : "waiting";
          case STOPPING -> "stopping";
        };
    return new Page(
        ready ? 200 : 503,
        Json.object().with("status", status).with("checks", each.build()).build().asText());
  }

  /// The JVM measures itself from the first scrape on: a start without its management beans is a
  /// tenth of a second shorter.
  private Page scrape() {
    if (measuringJvm.compareAndSet(false, true)) {
      new JvmMemoryMetrics().bindTo(metrics);
      new JvmThreadMetrics().bindTo(metrics);
      new ProcessorMetrics().bindTo(metrics);
      collections.bindTo(metrics);
    }
    return new Page(200, metrics.scrape());
  }

  private void serve(String path, String mediaType, Supplier<Page> page) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(path)) {
              send(exchange, "text/plain", new Page(404, "not found\n"));
            } else if (!exchange.getRequestMethod().equals("GET")) {
              exchange.getResponseHeaders().set("Allow", "GET");
              send(exchange, "text/plain", new Page(405, "method not allowed\n"));
            } else {
              send(exchange, mediaType, page.get());
            }
          }
        });
  }

  private static void send(HttpExchange exchange, String mediaType, Page page) throws IOException {
    byte[] bytes = page.text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", mediaType);
    exchange.sendResponseHeaders(page.status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /// From now on readiness is what the checks say.
  void nowServing() {
    phase = Phase.SERVING;
  }

  /// Not ready any more, though alive.
  void drain() {
    phase = Phase.STOPPING;
  }

  void close() {
    server.stop(0);
    collections.close();
    threads.close();
  }
}
