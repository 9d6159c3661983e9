package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Clients that take their time, and clients that leave.
@Timeout(60)
class SlowClientTest {

  private static final String GET = "GET /share/x HTTP/1.1\n";

  private final RawUpstream upstream = new RawUpstream();
  private final ProxyFixture proxy =
      new ProxyFixture(upstream.as("plan"), ProxyFixture.IMPATIENT_PORT, ProxyFixture.IMPATIENT);

  SlowClientTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    upstream.close();
  }

  @Test
  void aHeadThatDoesNotEndIsA408() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      String answer = client.everythingAfter("GET /share/x HTTP/1.1\r\nHost: loc");

      assertThat(RawClient.statuses(answer)).containsExactly(408);
      assertThat(answer).contains("application/problem+json", "\"code\":\"timeout\"");
    }
  }

  @Test
  void aHeadThatComesLetterByLetterIsA408AsWell() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      String answer =
          client.everythingWhileSaying("GET /share/x HTTP/1.1\r\nHost: localhost\r\n", "X: y\r\n");

      assertThat(RawClient.statuses(answer)).containsExactly(408);
    }
  }

  @Test
  void aConnectionOnWhichNothingIsSaidIsClosed() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      assertThat(client.everythingAfter("")).isEmpty();
    }
  }

  @Test
  void lineEndsAreNothing() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      assertThat(client.everythingWhileSaying("", "\r\n")).isEmpty();
    }
  }

  @Test
  void aConnectionThatWasUsedIsClosedWhenItIsNotAnyMore() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      String answer = client.everythingAfter(RawClient.head(GET));

      assertThat(RawClient.statuses(answer)).containsExactly(200);
    }
  }

  @Test
  void aBodyThatDoesNotComeIsA408() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      String answer =
          client.everythingAfter(
              RawClient.head("POST /share/x HTTP/1.1\nContent-Length: 100\n") + "abc");

      assertThat(RawClient.statuses(answer)).containsExactly(408);
    }
    assertThat(upstream.asked()).isEmpty();
  }

  @Test
  void aBodyThatComesLetterByLetterIsA408AsWell() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      String answer =
          client.everythingWhileSaying(
              RawClient.head("POST /share/x HTTP/1.1\nTransfer-Encoding: chunked\n"), "1\r\na\r\n");

      assertThat(RawClient.statuses(answer)).containsExactly(408);
    }
    assertThat(upstream.asked()).isEmpty();
  }

  @Test
  void slowOnesDoNotHarmOthers() throws IOException {
    try (RawClient slow = new RawClient(proxy.port())) {
      slow.send("GET /share/x HTTP/1.1\r\nHo");

      assertThat(RawClient.ask(proxy.port(), GET).status()).isEqualTo(200);
    }
  }

  @Test
  void whoDoesNotTakeTheAnswerIsCutOff() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    String piece = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
    upstream.behave(
        (count, socket) -> {
          RawUpstream.say(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          try {
            while (true) {
              RawUpstream.say(socket, piece);
            }
          } catch (IOException hungUp) {
            noticed.countDown();
          }
        });

    try (RawClient client = new RawClient(proxy.port())) {
      client.send(RawClient.head(GET));

      assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whoLeavesWhileTheServiceIsSilentEndsTheWorkBehindIt() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch noticed = new CountDownLatch(1);
    upstream.behave(
        (count, socket) -> {
          arrived.countDown();
          if (socket.getInputStream().read() < 0) {
            noticed.countDown();
          }
        });

    try (RawClient client = new RawClient(proxy.port())) {
      client.send(RawClient.head(GET));
      assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void soDoesWhoLeavesAfterSendingABody() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch noticed = new CountDownLatch(1);
    upstream.behave(
        (count, socket) -> {
          arrived.countDown();
          if (socket.getInputStream().read() < 0) {
            noticed.countDown();
          }
        });

    try (RawClient client = new RawClient(proxy.port())) {
      client.send(RawClient.head("POST /share/x HTTP/1.1\nContent-Length: 3\n") + "abc");
      assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoAsksAgainInTheMeantimeHasNotLeft() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    upstream.behave(
        (count, socket) -> {
          arrived.countDown();
          goOn.await();
          RawUpstream.say(socket, RawUpstream.OK);
        });

    try (RawClient client = new RawClient(proxy.port())) {
      client.send(RawClient.head("POST /share/1 HTTP/1.1\nContent-Length: 3\n") + "abc");
      assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
      client.send("G");
      client.send(RawClient.head("GET /share/2 HTTP/1.1\n").substring(1));
      client.send(RawClient.head("GET /share/3 HTTP/1.1\nConnection: close\n"));
      goOn.countDown();

      assertThat(RawClient.statuses(client.everythingAfter(""))).containsExactly(200, 200, 200);
    }
    assertThat(upstream.asked())
        .extracting(RawUpstream.Asked::line)
        .containsExactly(
            "POST /share/1 HTTP/1.1", "GET /share/2 HTTP/1.1", "GET /share/3 HTTP/1.1");
  }
}
