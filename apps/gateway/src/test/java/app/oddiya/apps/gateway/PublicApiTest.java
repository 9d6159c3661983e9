package app.oddiya.apps.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.proxy.ProxyRoute;
import app.oddiya.adapters.proxy.ProxyRoutes;
import app.oddiya.adapters.proxy.Upstream;
import app.oddiya.adapters.web.json.Json;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublicApiTest {

  private static final Json OWN = Json.object().build();

  private final HttpServer plan =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final URI address = URI.create("http://127.0.0.1:" + plan.getAddress().getPort());
  private final AtomicInteger asked = new AtomicInteger();
  private volatile int status = 200;
  private volatile String said = "{\"paths\":{\"/share/{token}\":{}}}";
  private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final InstantSource clock = () -> now;
  private final ServiceClients clients = ServiceClients.unsigned(clock);
  private final PublicApi api =
      new PublicApi(
          ProxyRoutes.of(ProxyRoute.to(new Upstream("plan", address), "/share/**")),
          List.of(clients.to("plan", address)),
          clock);

  PublicApiTest() throws IOException {
    plan.createContext(
        "/openapi.json",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = said.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    plan.start();
  }

  @AfterEach
  void stop() {
    plan.stop(0);
    clients.close();
  }

  @Test
  void aServiceIsAskedOnceAMinute() {
    assertThat(document()).contains("/share/{token}");
    now = now.plusSeconds(59);
    document();
    assertThat(asked).hasValue(1);

    now = now.plusSeconds(1);
    said = "{\"paths\":{\"/share/{token}\":{},\"/share/new\":{}}}";
    assertThat(document()).contains("/share/new");
    assertThat(asked).hasValue(2);
  }

  @Test
  void thereIsNoDescriptionBeforeEveryServiceHasSpoken() {
    status = 503;

    assertThatThrownBy(this::document).isInstanceOf(Unavailable.class);

    status = 200;
    assertThat(document()).contains("/share/{token}");
  }

  @Test
  void whatAServiceSaidLastIsGoodWhileItIsAway() {
    document();
    now = now.plus(Duration.ofHours(1));
    status = 503;

    assertThat(document()).contains("/share/{token}");
  }

  @Test
  void nonsenseIsNoDescription() {
    for (String nonsense : new String[] {"<html>", "[]", ""}) {
      said = nonsense;
      assertThatThrownBy(this::document).isInstanceOf(Unavailable.class);
    }
    said = "{}";
    status = 404;
    assertThatThrownBy(this::document).isInstanceOf(Unavailable.class);
  }

  private String document() {
    return api.document(OWN, Deadline.in(Duration.ofSeconds(5), clock)).asText();
  }
}
