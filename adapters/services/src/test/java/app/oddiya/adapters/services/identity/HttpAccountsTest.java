package app.oddiya.adapters.services.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.memory.identity.MemoryUsers;
import app.oddiya.domain.identity.account.Accounts;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.Registration;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.AccountsContract;
import app.oddiya.domain.testkit.story.Persons;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Against a server that answers as the user service does, with its accounts in memory.
class HttpAccountsTest implements AccountsContract {

  private static final InstantSource CLOCK = InstantSource.system();

  private final MemoryUsers users = new MemoryUsers(CLOCK);
  private final ServiceClients clients = ServiceClients.unsigned(CLOCK);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  HttpAccountsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext("/internal/users", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    clients.close();
    server.stop(0);
    threads.close();
  }

  @Override
  public Accounts accounts() {
    return accountsBelow("");
  }

  @Test
  void whatTheProviderSaidArrives() {
    ProviderProfile person = Persons.somebody(Provider.APPLE);

    Registration registration = accounts().findOrCreate(person, soon());

    assertThat(users.find(registration.user(), soon()))
        .hasValueSatisfying(
            user -> {
              assertThat(user.identity()).isEqualTo(person.identity());
              assertThat(user.email()).isEqualTo(person.email());
              assertThat(user.name()).isEqualTo(person.name());
            });
  }

  @Test
  void anAnswerThatNamesNobodyIsAnOutage() {
    server.createContext("/odd/internal/users", exchange -> send(exchange, 200, "{\"id\":\"0\"}"));

    assertThatThrownBy(() -> accountsBelow("/odd").findOrCreate(Persons.somebody(), soon()))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void aRefusalThatTheContractDoesNotHaveIsAnOutage() {
    server.createContext("/locked/internal/users", exchange -> send(exchange, 401, "{}"));

    assertThatThrownBy(() -> accountsBelow("/locked").findOrCreate(Persons.somebody(), soon()))
        .isInstanceOf(Unavailable.class);
  }

  private Accounts accountsBelow(String path) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return IdentityServicesModule.accounts(clients, new UserServiceConfig(url));
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody());
    var person =
        new ProviderProfile(
            new Identity(
                Provider.parse(body.path("provider").asString()).orElseThrow(),
                body.path("providerId").asString()),
            Optional.of(body.path("email"))
                .filter(JsonNode::isString)
                .map(it -> new EmailAddress(it.stringValue())),
            Optional.of(body.path("name"))
                .filter(JsonNode::isString)
                .map(it -> new DisplayName(it.stringValue())));
    Registration registration = users.findOrCreate(person, soon());
    send(exchange, registration.isNew() ? 201 : 200, "{\"id\":\"" + registration.user() + "\"}");
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), CLOCK);
  }
}
