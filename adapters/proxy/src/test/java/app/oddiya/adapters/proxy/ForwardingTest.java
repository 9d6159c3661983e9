package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.proxy.RawClient.Reply;
import app.oddiya.adapters.proxy.RecordingUpstream.Asked;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What reaches a service, and how its answer comes back.
@Timeout(60)
class ForwardingTest {

  private final ProxyFixture proxy;

  ForwardingTest() throws IOException {
    proxy = new ProxyFixture();
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  @Test
  void aRequestArrivesWithItsPathQueryBodyAndWhatConcernsTheService() throws IOException {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    Reply reply =
        RawClient.ask(
            proxy.port(),
            "PATCH /users/me?a[]=1&q=%ED%95%9C HTTP/1.1\n"
                + "Authorization: Bearer "
                + ProxyFixture.token()
                + """

                Accept: application/json
                Accept-Language: ko
                Content-Type: application/merge-patch+json
                Content-Length: 14
                Idempotency-Key: 6f1c9a3e-0000-4000-8000-000000000001
                If-Match: "7"
                User-Agent: oddiya/1
                X-Request-Id: request-0001
                traceparent: %s
                """
                    .formatted(trace),
            "{\"name\":\"한\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{\"name\":\"한\"}");
    assertThat(reply.header("X-Request-Id")).containsExactly("request-0001");
    Asked asked = proxy.upstream().asked().getFirst();
    assertThat(asked.method()).isEqualTo("PATCH");
    assertThat(asked.target()).isEqualTo("/users/me?a%5B%5D=1&q=%ED%95%9C");
    assertThat(asked.headers())
        .containsOnlyKeys(
            "Accept",
            "Accept-Language",
            "Authorization",
            "Content-Length",
            "Content-Type",
            "Host",
            "Idempotency-Key",
            "If-Match",
            "Oddiya-Deadline-Ms",
            "traceparent",
            "User-Agent",
            "X-Request-Id");
    assertThat(asked.headers().get("traceparent")).containsExactly(trace);
    assertThat(asked.headers().get("X-Request-Id")).containsExactly("request-0001");
    assertThat(asked.headers().get("Host")).isNotEqualTo(List.of("localhost"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-User-Id: 1",
        "x-user-id: 1",
        "X_User_Id: 1",
        "X-User-Id: 1\nx-USER-id: 2",
        "X-User-Id: 1\nConnection: X-User-Id",
        "Oddiya-Internal-Token: a.b.c",
        "ODDIYA-DEADLINE-MS: 1",
        "Oddiya_Internal_Token: a.b.c",
        "Forwarded: for=1.2.3.4",
        "X-Forwarded-For: 1.2.3.4",
        "X-Forwarded-User: 1",
        "X-Real-IP: 1.2.3.4",
        "X-Original-URL: /internal/users",
        "X-HTTP-Method-Override: DELETE",
        "Cookie: a=b",
        "Proxy-Authorization: Basic x",
        "TE: trailers",
        "Upgrade: h2c\nConnection: upgrade",
        "Keep-Alive: timeout=5",
        "Range: bytes=0-1",
        "Authorization: Bearer a.b.c",
        "traceparent: nonsense",
      })
  void nothingElseArrives(String headers) throws IOException {
    Reply reply = RawClient.ask(proxy.port(), "GET /share/x HTTP/1.1\n" + headers + "\n");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(proxy.upstream().asked().getFirst().headers())
        .containsOnlyKeys("Host", "Oddiya-Deadline-Ms", "traceparent", "X-Request-Id");
  }

  @Test
  void aHeaderThatConnectionNamesEndsHere() throws IOException {
    RawClient.ask(
        proxy.port(), "GET /share/x HTTP/1.1\nAccept: */*\nIf-Match: *\nConnection: if-match\n");

    assertThat(proxy.upstream().asked().getFirst().headers())
        .containsKey("Accept")
        .doesNotContainKey("If-Match");
  }

  @Test
  void whereAClientIsReachesTheServiceThatIsToKnow() throws IOException {
    RawClient.ask(proxy.port(), "GET /oauth2/x HTTP/1.1\nX-Forwarded-For: 1.2.3.4\n");

    assertThat(proxy.upstream().asked().getFirst().headers().get("X-Forwarded-For"))
        .containsExactly("127.0.0.1");
  }

  @Test
  void cookiesPassBothWaysWhereTheyAreTaken() throws IOException {
    proxy
        .upstream()
        .behave(
            exchange -> {
              exchange.getResponseHeaders().set("Set-Cookie", "a=c; Secure");
              exchange.sendResponseHeaders(200, -1);
              exchange.close();
            });
    String asked = "HTTP/1.1\nCookie: a=b\nOrigin: https://app.example\nContent-Length: 0\n";

    Reply taken = RawClient.ask(proxy.port(), "POST /oauth2/token " + asked);
    Reply elsewhere = RawClient.ask(proxy.port(), "POST /share/x " + asked);

    assertThat(taken.header("Set-Cookie")).containsExactly("a=c; Secure");
    assertThat(elsewhere.header("Set-Cookie")).isEmpty();
    assertThat(proxy.upstream().asked().getFirst().headers())
        .containsEntry("Cookie", List.of("a=b"))
        .containsEntry("Origin", List.of("https://app.example"));
    assertThat(proxy.upstream().asked().getLast().headers()).doesNotContainKeys("Cookie", "Origin");
  }

  @Test
  void twoOriginsAreOneTooMany() throws IOException {
    Reply reply =
        RawClient.ask(
            proxy.port(),
            "GET /oauth2/x HTTP/1.1\nOrigin: https://app.example\nOrigin: https://b.example\n");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(proxy.upstream().asked()).isEmpty();
  }

  @Test
  void aRequestIdIsMadeWhereNoneOrABadOneCame() throws IOException {
    Reply reply = RawClient.ask(proxy.port(), "GET /share/x HTTP/1.1\nX-Request-Id: a b\"c\n");

    assertThat(reply.header("X-Request-Id")).hasSize(1);
    assertThat(proxy.upstream().asked().getFirst().headers().get("X-Request-Id"))
        .isEqualTo(reply.header("X-Request-Id"))
        .isNotEqualTo(List.of("a b\"c"));
  }

  @Test
  void anAnswerComesBackWithItsStatusAndHeadersButNotThoseOfTheConnection() throws IOException {
    proxy
        .upstream()
        .behave(
            exchange -> {
              exchange.getResponseHeaders().set("ETag", "\"7\"");
              exchange.getResponseHeaders().set("Keep-Alive", "timeout=5");
              exchange.getResponseHeaders().set("Oddiya-Secret", "x");
              exchange.getResponseHeaders().set("X-Request-Id", "another-one");
              exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
              exchange.sendResponseHeaders(412, -1);
              exchange.close();
            });

    Reply reply = RawClient.ask(proxy.port(), "GET /share/x HTTP/1.1\n");

    assertThat(reply.status()).isEqualTo(412);
    assertThat(reply.header("ETag")).containsExactly("\"7\"");
    assertThat(reply.header("Content-Type")).containsExactly("application/problem+json");
    assertThat(reply.header("Keep-Alive")).isEmpty();
    assertThat(reply.header("Oddiya-Secret")).isEmpty();
    assertThat(reply.header("X-Request-Id")).hasSize(1).doesNotContain("another-one");
    assertThat(reply.header("Date")).hasSize(1);
    assertThat(reply.header("Server")).isEmpty();
  }

  @Test
  void twoRequestsOnOneConnectionAreTwoRequestsUpstream() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      client.send(
          RawClient.head("POST /share/1 HTTP/1.1\nContent-Length: 3\n")
              + "abc"
              + RawClient.head("POST /share/2 HTTP/1.1\nTransfer-Encoding: chunked\n")
              + "3;ext=1\r\ndef\r\n0\r\n\r\n"
              + RawClient.head("GET /share/3 HTTP/1.1\nConnection: close\n"));
      client.reply();
    }

    assertThat(proxy.upstream().asked())
        .extracting(Asked::target)
        .containsExactly("/share/1", "/share/2", "/share/3");
  }

  @Test
  void aClientThatAsksBeforeItSendsIsAnswered() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      client.send(
          RawClient.head(
              """
              POST /share/x HTTP/1.1
              Expect: 100-continue
              Content-Length: 3
              Connection: close
              """));
      client.await("HTTP/1.1 100 Continue");
      client.await("");
      client.send("abc");

      Reply reply = client.reply();
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).isEqualTo("abc");
    }
  }

  @Test
  void aBodyIsPassedOnWhileItIsStillBeingSent() throws Exception {
    CountDownLatch firstPartArrived = new CountDownLatch(1);
    CompletableFuture<Long> size = new CompletableFuture<>();
    byte[] part = new byte[1 << 20];
    int parts = 32;
    proxy
        .upstream()
        .behave(
            exchange -> {
              InputStream body = exchange.getRequestBody();
              long first = body.readNBytes(part.length).length;
              firstPartArrived.countDown();
              size.complete(first + body.transferTo(OutputStream.nullOutputStream()));
              exchange.sendResponseHeaders(204, -1);
            });

    try (RawClient client = new RawClient(proxy.port())) {
      client.send(
          RawClient.head(
              "PUT /big/x HTTP/1.1\nConnection: close\nContent-Length: "
                  + (long) parts * part.length
                  + "\n"));
      client.send(part);
      assertThat(firstPartArrived.await(20, TimeUnit.SECONDS)).isTrue();
      for (int i = 1; i < parts; i++) {
        client.send(part);
      }
      assertThat(client.reply().status()).isEqualTo(204);
    }
    assertThat(size.get(20, TimeUnit.SECONDS)).isEqualTo((long) parts * part.length);
  }

  @Test
  void eventsComeOneByOneWhileTheServiceIsStillAtWork() throws Exception {
    CountDownLatch clientHasTheFirst = new CountDownLatch(1);
    proxy
        .upstream()
        .behave(
            exchange -> {
              OutputStream body = RecordingUpstream.beginEvents(exchange);
              RecordingUpstream.say(body, "event: stage\ndata: 1\n\n");
              await(clientHasTheFirst);
              RecordingUpstream.say(body, "event: plan\ndata: 2\n\n");
              exchange.close();
            });

    try (RawClient client = new RawClient(proxy.port())) {
      client.send(
          RawClient.head("POST /share/x HTTP/1.1\nAccept: text/event-stream\n")
              .replace("\r\n\r\n", "\r\nContent-Length: 0\r\n\r\n"));
      client.await("data: 1");
      clientHasTheFirst.countDown();
      client.await("data: 2");
    }
  }

  @Test
  void aClientThatLeavesEndsTheWorkBehindIt() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    proxy
        .upstream()
        .behave(
            exchange -> {
              OutputStream body = RecordingUpstream.beginEvents(exchange);
              try {
                while (true) {
                  RecordingUpstream.say(body, ": still here\n\n");
                }
              } catch (IOException nobodyListens) {
                noticed.countDown();
              }
            });

    try (RawClient client = new RawClient(proxy.port())) {
      client.send(RawClient.head("GET /share/x HTTP/1.1\n"));
      client.await(": still here");
    }

    assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aServiceThatIsNotThereIsA503ThatSaysWhenToTryAgain() throws IOException {
    Reply reply = RawClient.ask(proxy.port(), "GET /down/x HTTP/1.1\nX-Request-Id: request-0001\n");

    assertUnavailable(reply);
    assertThat(reply.header("X-Request-Id")).containsExactly("request-0001");
    assertThat(reply.body()).contains("\"requestId\":\"request-0001\"");
  }

  @Test
  void aServiceThatKeepsSilentIsA503() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    proxy.upstream().behave(exchange -> await(never));

    assertUnavailable(RawClient.ask(proxy.port(), "GET /slow/x HTTP/1.1\n"));
    never.countDown();
  }

  @Test
  void aServiceThatHangsUpIsA503() throws IOException {
    proxy.upstream().behave(HttpExchange::close);

    assertUnavailable(RawClient.ask(proxy.port(), "GET /share/x HTTP/1.1\n"));
  }

  @Test
  void halfAnAnswerIsCutOffAndNotEnded() throws IOException {
    proxy
        .upstream()
        .behave(
            exchange -> {
              OutputStream body = RecordingUpstream.beginEvents(exchange);
              RecordingUpstream.say(body, "data: 1\n\n");
              throw new IOException("dies");
            });

    Reply reply = RawClient.ask(proxy.port(), "GET /share/x HTTP/1.1\n");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Transfer-Encoding")).containsExactly("chunked");
    assertThat(reply.body()).contains("data: 1").doesNotEndWith("0\r\n\r\n");
  }

  @Test
  void aClientThatStopsInTheMiddleOfItsBodyStopsTheRequest() throws Exception {
    CompletableFuture<Boolean> broken = new CompletableFuture<>();
    proxy
        .upstream()
        .behave(
            exchange -> {
              try {
                exchange.getRequestBody().readAllBytes();
                broken.complete(false);
              } catch (IOException cut) {
                broken.complete(true);
              }
            });

    try (RawClient client = new RawClient(proxy.port())) {
      client.send(RawClient.head("PUT /big/x HTTP/1.1\nContent-Length: 1000000\n") + "abc");
      client.send(new byte[100_000]);
    }

    assertThat(broken.get(20, TimeUnit.SECONDS)).isTrue();
  }

  private static void assertUnavailable(Reply reply) {
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Content-Type")).containsExactly("application/problem+json");
    assertThat(reply.header("Retry-After")).hasSize(1);
    assertThat(reply.body()).contains("\"code\":\"unavailable\"");
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }
}
