package app.oddiya.adapters.services;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A service that knows what it is asked by its path and by the user in the internal token.
public final class Sibling implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param answer a status and a body of JSON
  public Sibling(Function<Asked, Answer> answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, answer));
    server.start();
  }

  /// @param user the `sub` of the internal token, empty if it has none
  public record Asked(String path, String user) {}

  public record Answer(int status, String json) {}

  public static String anyPrivateKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("k").generate().toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange, Function<Asked, Answer> answer)
      throws IOException {
    Answer given = answer.apply(new Asked(exchange.getRequestURI().getPath(), user(exchange)));
    byte[] body = given.json().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(given.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String user(HttpExchange exchange) {
    String token = exchange.getRequestHeaders().getFirst("Oddiya-Internal-Token");
    try {
      String subject = SignedJWT.parse(token).getJWTClaimsSet().getSubject();
      return subject == null ? "" : subject;
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
