package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSourceTest {

  /// More than all buffers between the two ends of a loopback connection hold, in writes of 64 KiB.
  private static final int MORE_THAN_BUFFERS = 1_000;

  private NotesService notes;

  @BeforeEach
  void start() {
    notes = NotesService.start(new Issuer("k1"), new Issuer("p1"));
  }

  @AfterEach
  void stop() {
    notes.close();
  }

  @Test
  void isSentWithItsHeadersAndClosed() throws Exception {
    try (Client client = new Client(notes.running.port())) {
      var answer = client.get("/bytes/plain");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
      assertThat(answer.header("Content-Disposition")).isEqualTo("attachment");
      assertThat(answer.body()).isEqualTo("whole");
    }
    assertThat(ending()).isEqualTo("closed");
  }

  @Test
  void isOpenedAndNotWrittenForHead() throws Exception {
    try (Client client = new Client(notes.running.port())) {
      var answer = client.send("HEAD", "/bytes/endless", "");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
    }
    assertThat(ending()).isEqualTo("closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken", "bug"})
  void oneThatBreaksCutsTheConnectionBeforeItsEnd(String kind) throws Exception {
    try (RawHttp connection = new RawHttp(notes.running.port())) {
      connection.send("GET /bytes/" + kind + " HTTP/1.1\r\nHost: a\r\n\r\n");

      assertThat(connection.readAll())
          .startsWith("HTTP/1.1 200 ")
          .doesNotContain("\r\n0\r\n")
          .doesNotContain("secret");
    }
    assertThat(ending()).isEqualTo("closed");
  }

  @Test
  void waitsForAClientThatReadsSlowlyAndEndsWhenItLeaves() throws Exception {
    try (RawHttp connection = new RawHttp(notes.running.port())) {
      connection.send("GET /bytes/endless HTTP/1.1\r\nHost: a\r\n\r\n");
      connection.readUntil("\r\n\r\n");

      assertThat(writesUntilItWaits()).isLessThan(MORE_THAN_BUFFERS);
    }
    String last = ending();
    while (last.equals("wrote")) {
      last = ending();
    }
    assertThat(last).isEqualTo("closed");
  }

  /// Half a second without a write is taken for waiting.
  private int writesUntilItWaits() throws InterruptedException, IOException {
    int writes = 0;
    while (notes.endings.poll(500, TimeUnit.MILLISECONDS) != null && writes < MORE_THAN_BUFFERS) {
      writes++;
    }
    return writes;
  }

  private String ending() throws InterruptedException {
    String ending = notes.endings.poll(10, TimeUnit.SECONDS);
    assertThat(ending).isNotNull();
    return ending;
  }
}
