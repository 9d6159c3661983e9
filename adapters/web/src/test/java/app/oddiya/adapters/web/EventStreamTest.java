package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventStreamTest {

  private static NotesService notes;
  private static Client client;

  @BeforeAll
  static void start() {
    notes = NotesService.start(new Issuer("k1"), new Issuer("p1"));
    client = new Client(notes.running.port());
  }

  @AfterAll
  static void stop() {
    client.close();
    notes.close();
  }

  @Test
  void isSentAsItIsMade() {
    var answer = client.get("/events/plain");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Encoding")).isEmpty();
    assertThat(answer.body()).isEqualTo("event: step\ndata: {\"done\":1}\n\n");
  }

  /// As every answer is while the service is stopping.
  @Test
  void hasAnEndOfItsOwnAlsoWhereItsConnectionEndsWithIt() throws IOException {
    try (RawHttp connection = new RawHttp(notes.running.port())) {
      connection.send("GET /events/plain HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

      assertThat(connection.readAll())
          .contains("Transfer-Encoding: chunked\r\n", "Connection: close\r\n")
          .endsWith("\r\n0\r\n\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "refused, 422, infeasible",
    "outage, 503, unavailable",
    "bug, 500, internal_error",
    "undeclared, 500, internal_error"
  })
  void whatGoesWrongInItIsAnErrorEvent(String kind, int status, String code) {
    var answer = client.get("/events/" + kind);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .containsPattern("(^|\n\n)event: error\ndata: \\{\"type\":")
        .contains("\"status\":" + status, "\"code\":\"" + code + "\"")
        .contains("\"requestId\":\"" + answer.header("X-Request-Id") + "\"")
        .endsWith("\n\n")
        .doesNotContain("secret");
  }

  @Test
  void aCommentComesAfterAQuarterOfASecondOfSilence() throws IOException {
    try (RawHttp connection = new RawHttp(notes.running.port())) {
      connection.send("GET /events/silent HTTP/1.1\r\nHost: a\r\n\r\n");
      connection.readUntil("\r\n\r\n");
      long began = System.nanoTime();
      connection.readUntil(":\n\n");
      connection.readUntil(":\n\n");

      // The first 250 ms may have begun before the head was read.
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isBetween(Duration.ofMillis(240), Duration.ofSeconds(5));
    }
    assertEnded();
  }

  @Test
  void whenTheClientLeavesTheWorkBehindItIsInterruptedWithinASecond() throws Exception {
    try (RawHttp connection = new RawHttp(notes.running.port())) {
      connection.send("GET /events/silent HTTP/1.1\r\nHost: a\r\n\r\n");
      connection.readUntil("\r\n\r\n");
    }
    long left = System.nanoTime();
    assertEnded();
    assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(Duration.ofSeconds(5));
  }

  private static void assertEnded() {
    try {
      assertThat(notes.endings.poll(10, TimeUnit.SECONDS)).isEqualTo("silent");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
