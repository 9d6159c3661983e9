package app.oddiya.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ByteStreamTest {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final String ZIP = "application/zip";

  /// More than all buffers on the way hold, in writes of 64 KiB.
  private static final int MORE_THAN_BUFFERS = 1_000;

  private final ServiceClients clients = ServiceClients.unsigned(CLOCK);
  private Optional<Sibling> sibling = Optional.empty();

  @AfterEach
  void stop() {
    sibling.ifPresent(Sibling::close);
    clients.close();
  }

  @Test
  void bytesAreReadAsTheyWereSent() throws Exception {
    ServiceClient video =
        video(
            exchange -> {
              OutputStream body = begin(exchange);
              body.write("first ".getBytes(UTF_8));
              body.flush();
              body.write("second".getBytes(UTF_8));
              exchange.close();
            });

    try (ByteStream bytes = open(video)) {
      assertThat(bytes.read()).isEqualTo('f');
      assertThat(bytes.readAllBytes()).asString(UTF_8).isEqualTo("irst second");
      assertThat(bytes.read()).isEqualTo(-1);
    }
  }

  @Test
  void bytesThatBreakOffAreNoEnd() throws Exception {
    ServiceClient video =
        video(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", ZIP);
              exchange.sendResponseHeaders(200, 1_000);
              exchange.getResponseBody().write("half".getBytes(UTF_8));
              exchange.getResponseBody().flush();
              throw new IOException("dies");
            });

    try (ByteStream bytes = open(video)) {
      assertThatThrownBy(bytes::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aSiblingIsNotReadFasterThanItsReaderReadsAndIsToldWhenItStops() throws Exception {
    BlockingQueue<String> written = new LinkedBlockingQueue<>();
    CountDownLatch noticed = new CountDownLatch(1);
    ServiceClient video =
        video(
            exchange -> {
              OutputStream body = begin(exchange);
              byte[] more = new byte[64 * 1024];
              try {
                while (true) {
                  body.write(more);
                  written.add("more");
                }
              } catch (IOException nobodyReads) {
                noticed.countDown();
              }
            });

    try (ByteStream bytes = open(video)) {
      assertThat(bytes.read()).isZero();
      int writes = 0;
      while (written.poll(500, TimeUnit.MILLISECONDS) != null && writes < MORE_THAN_BUFFERS) {
        writes++;
      }
      assertThat(writes).isLessThan(MORE_THAN_BUFFERS);
    }

    assertThat(noticed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aRefusalIsAPlainAnswerAndSoIsAnotherType() throws Exception {
    assertThat(
            video(Sibling.answering(404, "{}"))
                .open(Call.get("/x"), ZIP, Deadline.in(Duration.ofSeconds(10), CLOCK)))
        .isInstanceOfSatisfying(Answer.class, it -> assertThat(it.status()).isEqualTo(404));
    assertThat(
            video(Sibling.answering(200, "{}"))
                .open(Call.get("/x"), ZIP, Deadline.in(Duration.ofSeconds(10), CLOCK)))
        .isInstanceOfSatisfying(Answer.class, it -> assertThat(it.status()).isEqualTo(200));
  }

  @Test
  void aSiblingThatCannotIsAnOutage() throws Exception {
    ServiceClient video = video(Sibling.answering(503, "{}"));

    assertThatThrownBy(() -> open(video)).isInstanceOf(Unavailable.class);
  }

  private ServiceClient video(HttpHandler behaviour) throws IOException {
    sibling.ifPresent(Sibling::close);
    Sibling video = new Sibling(behaviour);
    sibling = Optional.of(video);
    return clients.to("video", video.address());
  }

  private static ByteStream open(ServiceClient video) {
    Deadline soon = Deadline.in(Duration.ofSeconds(10), CLOCK);
    return switch (video.open(Call.get("/internal/users/1/export"), ZIP, soon)) {
      case ByteStream bytes -> bytes;
      case Answer refusal -> throw new AssertionError(refusal);
    };
  }

  private static OutputStream begin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", ZIP);
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }
}
