package app.oddiya.adapters.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A service that writes down the head of every request that reaches it, and then does what a test
/// tells it.
final class RecordingUpstream implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile HttpHandler behaviour = RecordingUpstream::answer;

  RecordingUpstream() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          asked.add(Asked.of(exchange));
          behaviour.handle(exchange);
        });
    server.start();
  }

  /// Reads the body and answers 200 with it.
  static void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  static OutputStream beginEvents(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  static void say(OutputStream body, String text) throws IOException {
    body.write(text.getBytes(UTF_8));
    body.flush();
  }

  void behave(HttpHandler handler) {
    behaviour = handler;
  }

  Upstream as(String name) {
    return new Upstream(name, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /// The head of a request as it arrived; names of headers in any case.
  record Asked(String method, String target, Map<String, List<String>> headers) {

    static Asked of(HttpExchange exchange) {
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(exchange.getRequestHeaders());
      return new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers);
    }
  }
}
