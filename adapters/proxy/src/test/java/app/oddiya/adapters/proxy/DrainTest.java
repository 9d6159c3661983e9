package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How the gateway goes: nothing that was under way is lost.
@Timeout(60)
class DrainTest {

  private static final String GET = "GET /share/x HTTP/1.1\n";

  private final RawUpstream upstream = new RawUpstream();
  private final ProxyFixture proxy =
      new ProxyFixture(upstream.as("plan"), ProxyFixture.USUAL_PORT, ProxyFixture.IMPATIENT);

  DrainTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    upstream.close();
  }

  @Test
  void whatIsUnderWayFinishesAndEachAnswerIsTheLastOfItsConnection() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    upstream.behave(
        (count, socket) -> {
          arrived.countDown();
          goOn.await();
          RawUpstream.say(socket, RawUpstream.OK);
        });
    try (RawClient waiting = new RawClient(proxy.port());
        RawClient late = new RawClient(proxy.port());
        RawClient idle = new RawClient(proxy.port())) {
      waiting.send(RawClient.head(GET));
      late.send("GET /share/late HTTP/1.1\r\n");
      assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(proxy::close);
      untilNotReady();
      untilNobodyListens();
      late.send("Host: localhost\r\n\r\n");
      assertThat(idle.everythingAfter("")).isEmpty();
      assertThat(stopped).isNotDone();
      goOn.countDown();

      for (RawClient client : new RawClient[] {waiting, late}) {
        RawClient.Reply reply = client.reply();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Connection")).containsExactly("close");
      }
      stopped.get(20, TimeUnit.SECONDS);
    }
    assertThatThrownBy(() -> new RawClient(proxy.port()).close())
        .isInstanceOf(ConnectException.class);
  }

  /// Whoever asks for readiness is told before anything is refused.
  private void untilNotReady() throws IOException {
    long began = System.nanoTime();
    RawClient.Reply ready;
    do {
      ready = RawClient.ask(proxy.privatePort(), "GET /readyz HTTP/1.1\n");
    } while (ready.status() == 200 && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(20));
    assertThat(ready.status()).isEqualTo(503);
  }

  private void untilNobodyListens() throws IOException {
    try {
      while (true) {
        new RawClient(proxy.port()).close();
      }
    } catch (ConnectException closed) {
      // As it should be.
    }
  }
}
