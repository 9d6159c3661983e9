package app.oddiya.adapters.services.planning;

import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Wire;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server that answers as llm-agent does, and the clients that ask it.
final class LlmAgentStub implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Behaviour behaviour = _ -> new Reply(503, "{}");
  final ServiceClients clients = ServiceClients.unsigned(InstantSource.system());

  LlmAgentStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /// @param target path and query, as they came
  record Request(String method, URI target, String body) {

    <T> T body(Class<T> type) throws MalformedJson {
      return Wire.readAnswer(type, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  record Reply(int status, String body) {

    static Reply of(int status, Object wireRecord) {
      return new Reply(status, new String(Wire.write(wireRecord), StandardCharsets.UTF_8));
    }
  }

  /// How requests are answered.
  interface Behaviour {
    Reply answer(Request request) throws Exception;
  }

  LlmAgentConfig answering(Behaviour behaviour) {
    this.behaviour = behaviour;
    return config();
  }

  LlmAgentConfig down() {
    server.stop(0);
    return config();
  }

  private LlmAgentConfig config() {
    return new LlmAgentConfig(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    Reply reply;
    try {
      reply =
          behaviour.answer(
              new Request(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    } catch (Exception | AssertionError e) {
      reply = new Reply(500, e.toString());
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    clients.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
