package app.oddiya.adapters.services.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.memory.identity.MemoryKeepers;
import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.Keepers;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.KeepersContract;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Against a server that answers as auth, plan and video do, each below its name.
class HttpKeepersTest implements KeepersContract {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final String KEY = key();

  private final MemoryKeepers kept = new MemoryKeepers();
  private final ServiceClients clients =
      ServiceClients.signing(InternalTokens.of("user", KEY, CLOCK), CLOCK);
  private final HttpServer server;

  HttpKeepersTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  private static String key() {
    try {
      return new RSAKeyGenerator(2048).keyID("k").generate().toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    clients.close();
    server.stop(0);
  }

  @Override
  public Keepers keepers() {
    return KeepersServicesModule.keepers(
        clients, new KeepersConfig(url("/auth"), url("/plan"), url("/video")));
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Override
  public void keeps(Keeper keeper, UserId user, byte[] archive) {
    kept.keep(keeper, user, archive);
  }

  @Override
  public boolean keeps(Keeper keeper, UserId user) {
    return kept.keeps(keeper, user);
  }

  @Override
  public void fails(Keeper keeper) {
    kept.fail(keeper);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    Keeper keeper = Keeper.valueOf(path[1].toUpperCase(Locale.ROOT));
    UserId user = UserId.parse(path[4]).orElseThrow();
    assertThat(path).startsWith("", keeper.code(), "internal", "users");
    assertThat(audience(exchange)).containsExactly(keeper.code());
    Deadline soon = Deadline.in(Duration.ofSeconds(5), CLOCK);
    try {
      if (exchange.getRequestMethod().equals("DELETE")) {
        kept.forget(keeper, user, soon);
        exchange.sendResponseHeaders(204, -1);
      } else {
        assertThat(path[5]).isEqualTo("export");
        byte[] archive = kept.open(keeper, user, soon).readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/zip");
        exchange.sendResponseHeaders(200, archive.length);
        exchange.getResponseBody().write(archive);
      }
    } catch (Unavailable e) {
      exchange.sendResponseHeaders(503, -1);
    }
    exchange.close();
  }

  private static List<String> audience(HttpExchange exchange) {
    try {
      return SignedJWT.parse(exchange.getRequestHeaders().getFirst("Oddiya-Internal-Token"))
          .getJWTClaimsSet()
          .getAudience();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
