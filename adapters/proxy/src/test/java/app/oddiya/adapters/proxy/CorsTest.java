package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.proxy.RawClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What browsers are told about pages of other origins.
@Timeout(60)
class CorsTest {

  private static final String APP = "Origin: " + ProxyFixture.APP_ORIGIN + "\n";
  private static final String PREFLIGHT =
      "Access-Control-Request-Method: PATCH\nAccess-Control-Request-Headers: authorization\n";

  private final ProxyFixture proxy;

  CorsTest() throws IOException {
    proxy = new ProxyFixture();
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  @Test
  void aPreflightNeedsNoTokenAndReachesNoService() throws IOException {
    Reply reply = ask("OPTIONS /users/me HTTP/1.1\n" + APP + PREFLIGHT);

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("Access-Control-Allow-Origin"))
        .containsExactly(ProxyFixture.APP_ORIGIN);
    assertThat(reply.header("Access-Control-Allow-Methods").getFirst()).contains("PATCH", "DELETE");
    assertThat(reply.header("Access-Control-Allow-Headers").getFirst())
        .contains("Authorization", "Content-Type", "Idempotency-Key", "If-Match");
    assertThat(reply.header("Access-Control-Max-Age")).containsExactly("7200");
    assertThat(reply.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(reply.header("Vary")).contains("Origin");
    assertThat(proxy.upstream().asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example",
        "https://app.example.evil.example",
        "https://app.example:8443",
        "http://app.example",
        "HTTPS://APP.EXAMPLE",
        "https://app.example/",
        "null",
        "*"
      })
  void anotherOriginIsGivenNoPermission(String origin) throws IOException {
    Reply preflight = ask("OPTIONS /users/me HTTP/1.1\nOrigin: " + origin + "\n" + PREFLIGHT);
    Reply call = ask("GET /share/x HTTP/1.1\nOrigin: " + origin + "\n");

    assertThat(preflight.status()).isEqualTo(204);
    assertThat(call.status()).isEqualTo(200);
    for (Reply reply : new Reply[] {preflight, call}) {
      assertThat(reply.headers()).noneMatch(header -> header.startsWith("Access-Control-"));
      assertThat(reply.header("Vary")).contains("Origin");
    }
  }

  @Test
  void anAnswerOfAServiceCanBeRead() throws IOException {
    proxy
        .upstream()
        .behave(
            exchange -> {
              exchange.getResponseHeaders().set("Vary", "Accept");
              exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
              exchange.sendResponseHeaders(200, -1);
              exchange.close();
            });

    Reply reply = ask("GET /share/x HTTP/1.1\n" + APP);

    assertThat(reply.header("Access-Control-Allow-Origin"))
        .containsExactly(ProxyFixture.APP_ORIGIN);
    assertThat(reply.header("Access-Control-Expose-Headers").getFirst())
        .contains("ETag", "Location", "Retry-After", "RateLimit", "X-Request-Id");
    assertThat(reply.header("Vary")).containsExactlyInAnyOrder("Accept", "Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /users/me HTTP/1.1\n",
        "GET /share/%2e%2e/x HTTP/1.1\n",
        "GET /down/x HTTP/1.1\n",
        "BREW /share/x HTTP/1.1\n",
        "POST /share/x HTTP/1.1\nContent-Length: 5000\n",
        "POST /share/x HTTP/1.1\nTransfer-Encoding: gzip, chunked\n",
        "OPTIONS /users/me HTTP/1.1\n",
      })
  void aRefusalCanBeReadToo(String request) throws IOException {
    Reply reply = ask(request + APP);

    assertThat(reply.status()).isGreaterThanOrEqualTo(400);
    assertThat(reply.header("Access-Control-Allow-Origin"))
        .containsExactly(ProxyFixture.APP_ORIGIN);
  }

  @Test
  void credentialsMayGoWhereARefreshTokenCanBeInACookie() throws IOException {
    assertThat(
            ask("OPTIONS /oauth2/token HTTP/1.1\n" + APP + PREFLIGHT)
                .header("Access-Control-Allow-Credentials"))
        .containsExactly("true");
    assertThat(ask("GET /oauth2/x HTTP/1.1\n" + APP).header("Access-Control-Allow-Credentials"))
        .containsExactly("true");
    assertThat(ask("GET /oauth2x HTTP/1.1\n" + APP).header("Access-Control-Allow-Credentials"))
        .isEmpty();
  }

  @Test
  void whoIsNoBrowserIsToldToVaryAllTheSame() throws IOException {
    Reply reply = ask("GET /share/x HTTP/1.1\n");

    assertThat(reply.header("Vary")).containsExactly("Origin");
    assertThat(reply.headers()).noneMatch(header -> header.startsWith("Access-Control-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://app.example", "http://localhost:8081", "http://[::1]:3000", "app://x"})
  void anOriginIsSchemeHostAndPort(String origin) {
    assertThat(Cors.isOrigin(origin)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "null",
        "app.example",
        "https://",
        "https://a.b/",
        "https://u@a.b",
        "a b"
      })
  void nothingElseIs(String text) {
    assertThat(Cors.isOrigin(text)).isFalse();
  }

  private Reply ask(String head) throws IOException {
    return RawClient.ask(proxy.port(), head);
  }
}
