package app.oddiya.apps.auth;

import app.oddiya.adapters.memory.identity.MemoryUsers;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.Registration;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The user service as far as signing in needs it, with its accounts in memory.
final class UserServiceStandIn implements AutoCloseable {

  private static final InstantSource CLOCK = InstantSource.system();

  final MemoryUsers users = new MemoryUsers(CLOCK);
  private final HttpServer server;
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean down;

  private UserServiceStandIn(HttpServer server) {
    this.server = server;
  }

  static UserServiceStandIn start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var standIn = new UserServiceStandIn(server);
    server.createContext("/internal/users", standIn::answer);
    server.start();
    return standIn;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Answers 503 from now on, or no longer.
  void down(boolean isDown) {
    down = isDown;
  }

  /// How often it was asked for anything.
  int calls() {
    return calls.get();
  }

  /// The account of somebody who has signed in with Google.
  UserId idOf(String googleId) {
    var person =
        new ProviderProfile(
            new Identity(Provider.GOOGLE, googleId), Optional.empty(), Optional.empty());
    return users.findOrCreate(person, Deadline.in(Duration.ofSeconds(10), CLOCK)).user();
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (down) {
      send(exchange, 503, "{}");
    } else if (!exchange.getRequestHeaders().containsKey("Oddiya-Internal-Token")) {
      send(exchange, 401, "{}");
    } else {
      Registration registration =
          users.findOrCreate(
              profile(JsonMapper.shared().readTree(body)),
              Deadline.in(Duration.ofSeconds(10), CLOCK));
      send(exchange, registration.isNew() ? 201 : 200, "{\"id\":\"" + registration.user() + "\"}");
    }
  }

  private static ProviderProfile profile(JsonNode body) {
    return new ProviderProfile(
        new Identity(
            Provider.parse(body.path("provider").asString()).orElseThrow(),
            body.path("providerId").asString()),
        text(body, "email").map(EmailAddress::new),
        text(body, "name").map(DisplayName::new));
  }

  private static Optional<String> text(JsonNode body, String field) {
    return Optional.of(body.path(field)).filter(JsonNode::isString).map(JsonNode::stringValue);
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
