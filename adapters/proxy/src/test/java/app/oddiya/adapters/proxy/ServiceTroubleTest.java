package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import app.oddiya.adapters.proxy.RawClient.Reply;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a client whose service is silent, breaks off, or talks nonsense.
@Timeout(60)
class ServiceTroubleTest {

  private static final String GET = "GET /share/x HTTP/1.1\n";
  private static final String POST = "POST /share/x HTTP/1.1\nContent-Length: 0\n";

  private final RawUpstream upstream = new RawUpstream();
  private final ProxyFixture proxy =
      new ProxyFixture(upstream.as("plan"), ProxyFixture.USUAL_PORT, ProxyLimits.usual());

  ServiceTroubleTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    upstream.close();
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        answer("not HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n"),
        answer("another version", "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n"),
        answer("no end", "HTTP/1.1 200 OK\r\n\r\nall of it?"),
        answer(
            "two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
        answer(
            "length and coding",
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        answer("a length that is none", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"),
        answer("another coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nab"),
        answer("a fold", "HTTP/1.1 200 OK\r\nX: y\r\n z\r\nContent-Length: 0\r\n\r\n"),
        answer("bare LF", "HTTP/1.1 200 OK\nContent-Length: 0\n\n"),
        answer("a NUL", "HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 0\r\n\r\n"),
        answer("a bare CR", "HTTP/1.1 200 OK\r\nX: a\rSet-Cookie: b\r\nContent-Length: 0\r\n\r\n"),
        answer("a status that is none", "HTTP/1.1 20x OK\r\nContent-Length: 0\r\n\r\n"),
        answer("another protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"),
        answer(
            "headers without end", "HTTP/1.1 200 OK\r\nX: " + "a".repeat(1_000_000) + "\r\n\r\n"));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void nonsenseIsA503AndNothingOfItArrives(String answer) throws IOException {
    upstream.behave(
        (count, socket) -> {
          RawUpstream.say(socket, answer);
          socket.close();
        });

    assertUnavailable(RawClient.ask(proxy.port(), POST));

    upstream.behave(RawUpstream.saying(RawUpstream.OK));
    assertThat(RawClient.ask(proxy.port(), GET).body()).isEqualTo("ok");
  }

  @Test
  void whatFollowsAnAnswerAnswersNobody() throws IOException {
    upstream.behave(
        RawUpstream.saying(RawUpstream.OK + RawUpstream.OK.replace("ok", "no").repeat(3)));
    try (RawClient client = new RawClient(proxy.port())) {
      client.send(RawClient.head(GET) + RawClient.head(GET));
      client.send(RawClient.head(GET + "Connection: close\n"));

      assertThat(client.reply().body()).doesNotContain("\nno", "no\n").contains("ok");
    }
  }

  @Test
  void anInterimAnswerIsNotTheAnswer() throws IOException {
    upstream.behave(
        RawUpstream.saying(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                + RawUpstream.OK));

    Reply reply = RawClient.ask(proxy.port(), GET);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("ok");
  }

  @Test
  void headersOfAServiceCannotBecomeTwo() throws IOException {
    upstream.behave(
        RawUpstream.saying(
            "HTTP/1.1 200 OK\r\nLocation: /a%0d%0aSet-Cookie:x\r\nContent-Length: 0\r\n\r\n"));

    assertThat(RawClient.ask(proxy.port(), GET).header("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void aReadThatMetABrokenConnectionIsTriedOnceMore(String method) throws IOException {
    earnRetries();
    int before = upstream.begun();
    upstream.behave(
        (count, socket) -> {
          if (count == before + 1) {
            socket.close();
          } else {
            RawUpstream.say(socket, RawUpstream.OK);
          }
        });

    Reply reply = RawClient.ask(proxy.port(), GET.replace("GET", method));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(upstream.begun()).isEqualTo(before + 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void whatMayHaveHadAnEffectIsNot(String method) throws IOException {
    earnRetries();
    int before = upstream.begun();
    upstream.behave((count, socket) -> socket.close());

    assertUnavailable(RawClient.ask(proxy.port(), POST.replace("POST", method)));
    assertThat(upstream.begun()).isEqualTo(before + 1);
  }

  @Test
  void aReadWithABodyIsNot() throws IOException {
    earnRetries();
    int before = upstream.begun();
    upstream.behave((count, socket) -> socket.close());

    assertUnavailable(RawClient.ask(proxy.port(), GET + "Content-Length: 3\n", "abc"));
    assertThat(upstream.begun()).isEqualTo(before + 1);
  }

  @Test
  void anAnswerThatHasBegunIsNotBegunAgain() throws IOException {
    earnRetries();
    int before = upstream.begun();
    upstream.behave(
        (count, socket) -> {
          RawUpstream.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
          socket.close();
        });

    try (RawClient client = new RawClient(proxy.port())) {
      String answer = client.everythingAfter(RawClient.head(GET));
      assertThat(answer).contains("Content-Length: 10").endsWith("half");
    }
    assertThat(upstream.begun()).isEqualTo(before + 1);
  }

  @Test
  void retriesAreATenthOfTheRequestsAtMost() throws IOException {
    earnRetries();
    earnRetries();
    int before = upstream.begun();
    upstream.behave((count, socket) -> socket.close());

    for (int i = 0; i < 6; i++) {
      assertUnavailable(RawClient.ask(proxy.port(), GET));
    }

    assertThat(upstream.begun()).isEqualTo(before + 6 + 2);
  }

  @Test
  void aServiceThatIsDownIsLeftAloneAfterAWhile() throws IOException {
    upstream.behave((count, socket) -> socket.close());
    for (int i = 0; i < 10; i++) {
      assertUnavailable(RawClient.ask(proxy.port(), POST));
    }
    assertThat(upstream.begun()).isEqualTo(10);

    assertUnavailable(RawClient.ask(proxy.port(), POST));
    assertThat(upstream.begun()).isEqualTo(10);

    upstream.behave(RawUpstream.saying(RawUpstream.OK));
    assertThat(untilAnswered(proxy).body()).isEqualTo("ok");
  }

  @Test
  void aServiceThatSaysItCannotIsNotDown() throws IOException {
    upstream.behave(RawUpstream.saying("HTTP/1.1 503 Unavailable\r\nContent-Length: 2\r\n\r\nno"));
    for (int i = 0; i < 15; i++) {
      assertThat(RawClient.ask(proxy.port(), GET).body()).isEqualTo("no");
    }
    assertThat(upstream.begun()).isEqualTo(15);
  }

  @Test
  void aSilentServiceIsNotAskedAgain() throws IOException {
    earnRetries();
    int before = upstream.begun();
    CountDownLatch never = new CountDownLatch(1);
    upstream.behave((count, socket) -> never.await());

    assertUnavailable(RawClient.ask(proxy.port(), "GET /slow/x HTTP/1.1\n"));
    assertThat(upstream.begun()).isEqualTo(before + 1);
  }

  @Test
  void beyondTheRoomThereIsNobodyWaits() throws Exception {
    CountDownLatch full = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(1);
    upstream.behave(
        (count, socket) -> {
          full.countDown();
          done.await();
          RawUpstream.say(socket, RawUpstream.OK);
        });
    try (ProxyFixture narrow =
            new ProxyFixture(
                upstream.as("plan"), ProxyFixture.USUAL_PORT, ProxyFixture.ROOM_FOR_TWO);
        RawClient one = new RawClient(narrow.port());
        RawClient other = new RawClient(narrow.port())) {
      one.send(RawClient.head(GET + "Connection: close\n"));
      other.send(RawClient.head(GET + "Connection: close\n"));
      assertThat(full.await(20, TimeUnit.SECONDS)).isTrue();

      Reply refused = RawClient.ask(narrow.port(), GET);

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).containsExactly("1");
      assertThat(refused.body()).contains("\"code\":\"busy\"");
      done.countDown();
      assertThat(one.reply().body()).isEqualTo("ok");
      assertThat(other.reply().body()).isEqualTo("ok");
      assertThat(untilAnswered(narrow).body()).isEqualTo("ok");
    }
  }

  /// Ten good requests are worth one retry.
  private void earnRetries() throws IOException {
    upstream.behave(RawUpstream.saying(RawUpstream.OK));
    for (int i = 0; i < 10; i++) {
      assertThat(RawClient.ask(proxy.port(), GET).status()).isEqualTo(200);
    }
  }

  private static Reply untilAnswered(ProxyFixture proxy) throws IOException {
    long began = System.nanoTime();
    Reply reply;
    do {
      reply = RawClient.ask(proxy.port(), GET);
    } while (reply.status() != 200 && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(20));
    return reply;
  }

  private static void assertUnavailable(Reply reply) {
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Content-Type")).containsExactly("application/problem+json");
    assertThat(reply.header("Retry-After")).hasSize(1);
    assertThat(reply.body()).contains("\"code\":\"unavailable\"");
  }

  private static Arguments answer(String name, String bytes) {
    return argumentSet(name, bytes);
  }
}
