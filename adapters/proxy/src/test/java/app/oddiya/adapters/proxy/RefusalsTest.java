package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.proxy.RawClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What never reaches a service.
@Timeout(60)
class RefusalsTest {

  private final ProxyFixture proxy;

  RefusalsTest() throws IOException {
    proxy = new ProxyFixture();
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/users",
        "/Internal/users",
        "/INTERNAL/users",
        "//internal/users",
        "/share//internal/users",
        "/share/../internal/users",
        "/share/%2e%2e/internal/users",
        "/share/%2E%2e/internal/users",
        "/share/..%2finternal/users",
        "/share/..%5cinternal",
        "/share/..\\internal",
        "/share/..;/internal/users",
        "/share/..;a=b/internal/users",
        "/share;/../internal",
        "/%69nternal/users",
        "/%2finternal/users",
        "/%252finternal/users",
        "/./internal/users",
        "/internal",
        "/internal/",
        "/internal;x",
        "/internal%00",
        "/healthz",
        "/readyz",
        "/metrics",
        "http://localhost/internal/users",
        "internal/users",
        "*",
      })
  void noSpellingLeadsToInternalRoutes(String target) throws IOException {
    for (String method : new String[] {"GET", "POST", "OPTIONS"}) {
      Reply reply =
          RawClient.ask(
              proxy.port(),
              method
                  + " "
                  + target
                  + " HTTP/1.1\nAuthorization: Bearer "
                  + ProxyFixture.token()
                  + "\n");

      assertThat(reply.status()).isIn(400, 404);
      assertThat(reply.header("Content-Type")).containsExactly("application/problem+json");
    }
    assertThat(proxy.upstream().asked()).isEmpty();
  }

  @Test
  void anAmbiguousPathIsA400() throws IOException {
    Reply reply = RawClient.ask(proxy.port(), "GET /share/%2e%2e/x HTTP/1.1\n");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"status\":400", "\"requestId\":");
  }

  @Test
  void whoShowsNoTokenIsToldToBringOne() throws IOException {
    Reply reply = RawClient.ask(proxy.port(), "GET /users/me HTTP/1.1\n");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate").getFirst())
        .startsWith("Bearer")
        .doesNotContain("error");
    assertThat(reply.header("Content-Type")).containsExactly("application/problem+json");
    assertThat(proxy.upstream().asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer x.y.z", "Basic dTpw", "Bearer", "", "Bearer  ", "Token abc"})
  void whoShowsABadTokenIsToldThatItIsBad(String authorization) throws IOException {
    Reply reply =
        RawClient.ask(
            proxy.port(), "GET /users/me HTTP/1.1\nAuthorization: " + authorization + "\n");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate").getFirst()).contains("error=\"invalid_token\"");
    assertThat(proxy.upstream().asked()).isEmpty();
  }

  @Test
  void aStrangerDoesNotLearnWhichPathsLeadNowhere() throws IOException {
    Reply stranger = RawClient.ask(proxy.port(), "GET /nowhere HTTP/1.1\n");
    Reply user =
        RawClient.ask(
            proxy.port(),
            "GET /nowhere HTTP/1.1\nAuthorization: bearer " + ProxyFixture.token() + "\n");

    assertThat(stranger.status()).isEqualTo(401);
    assertThat(user.status()).isEqualTo(404);
  }

  @Test
  void twoTokensAreOneTooMany() throws IOException {
    String token = "Authorization: Bearer " + ProxyFixture.token() + "\n";
    Reply reply = RawClient.ask(proxy.port(), "GET /users/me HTTP/1.1\n" + token + token);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"code\":\"ambiguous_header\"");
    assertThat(proxy.upstream().asked()).isEmpty();
  }

  @Test
  void aBodyAnnouncedTooLongIsRefusedBeforeItIsSent() throws IOException {
    Reply reply = RawClient.ask(proxy.port(), "POST /share/x HTTP/1.1\nContent-Length: 1025\n");

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.body()).contains("\"code\":\"body_too_large\"");
    assertThat(proxy.upstream().asked()).isEmpty();
  }

  @Test
  void aBodyThatTurnsOutTooLongIsRefusedAndNeverArrivesWhole() throws IOException {
    Reply reply =
        RawClient.ask(
            proxy.port(),
            "POST /share/x HTTP/1.1\nTransfer-Encoding: chunked\n",
            "401\r\n" + "a".repeat(0x401) + "\r\n0\r\n\r\n");

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.header("Content-Type")).containsExactly("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 3\nContent-Length: 4\n",
        "Content-Length: 3, 4\n",
        "Content-Length: 3\nTransfer-Encoding: chunked\n",
        "Content-Length: +3\n",
        "Content-Length: -3\n",
        "Content-Length: 3 \u000b\n",
        "Content-Length : 3\n",
        "Transfer-Encoding: xchunked\n",
        "Transfer-Encoding: chunked, identity\n",
        "Transfer-Encoding: identity, chunked, chunked\n",
        "Transfer-Encoding:\tchunked\nTransfer-Encoding: x\n",
        "X: y\n folded: z\nContent-Length: 3\n",
        " X: y\nContent-Length: 3\n",
      })
  void aBodyWhoseEndIsInDoubtIsRefused(String framing) throws IOException {
    Reply reply = RawClient.ask(proxy.port(), "POST /share/x HTTP/1.1\n" + framing, "abc");

    assertThat(reply.status()).isIn(400, 501);
    assertThat(proxy.upstream().asked()).isEmpty();
  }

  @Test
  void bareLineFeedsAreNotLineEnds() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      client.send("GET /share/x HTTP/1.1\nHost: localhost\n\n");

      assertThat(client.reply().status()).isEqualTo(400);
    }
    assertThat(proxy.upstream().asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "BREW", "get"})
  void aMethodThatNobodyKnowsEndsHere(String method) throws IOException {
    Reply reply = RawClient.ask(proxy.port(), method + " /share/x HTTP/1.1\n");

    assertThat(reply.status()).isIn(400, 501);
    assertThat(proxy.upstream().asked()).isEmpty();
  }

  @Test
  void whatComesAfterARefusedBodyIsNoRequest() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      client.send(
          RawClient.head("POST /share/x HTTP/1.1\nContent-Length: 2000\n")
              + RawClient.head("GET /share/smuggled HTTP/1.1\n"));

      assertThat(client.reply().status()).isEqualTo(413);
    }
    assertThat(proxy.upstream().asked()).isEmpty();
  }
}
