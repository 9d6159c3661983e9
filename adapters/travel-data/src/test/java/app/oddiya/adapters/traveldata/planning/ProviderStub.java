package app.oddiya.adapters.traveldata.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Somebody's API on a free port of this machine, which writes down what it is asked and can be
/// told to misbehave.
final class ProviderStub implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Function<Asked, Reply> behaviour;

  ProviderStub(Function<Asked, Reply> behaviour) {
    this.behaviour = behaviour;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /// One request as it arrived.
  ///
  /// @param line `GET /path?query`, as it was sent
  record Asked(
      String line,
      String method,
      String path,
      Map<String, String> query,
      Map<String, List<String>> headers,
      String body) {

    String query(String name) {
      return Optional.ofNullable(query.get(name))
          .orElseThrow(() -> new AssertionError(path + " lacks " + name + ": " + query.keySet()));
    }

    List<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .flatMap(header -> header.getValue().stream())
          .toList();
    }
  }

  /// An answer, or none for as long as the stub lives.
  sealed interface Reply {

    record Text(int status, String type, Map<String, String> headers, String body)
        implements Reply {}

    record Silence() implements Reply {}

    static Reply json(String body) {
      return json(200, body);
    }

    static Reply json(int status, String body) {
      return new Text(status, "application/json;charset=UTF-8", Map.of(), body);
    }
  }

  /// From now on it answers like this.
  void turnTo(Function<Asked, Reply> another) {
    behaviour = another;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Asked> asked() {
    return asked;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked request =
          new Asked(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              query(exchange.getRequestURI().getRawQuery()),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      asked.add(request);
      switch (behaviour.apply(request)) {
        case Reply.Silence _ -> waitForTheEnd();
        case Reply.Text reply -> {
          byte[] body = reply.body().getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", reply.type());
          reply.headers().forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        }
      }
    }
  }

  private void waitForTheEnd() {
    try {
      closed.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      Arrays.stream(raw.split("&"))
          .map(pair -> pair.split("=", 2))
          .forEach(pair -> query.put(decoded(pair[0]), decoded(pair[1])));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
