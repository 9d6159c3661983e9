package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class AccessLogTest {

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(AccessLog.class);
  private final AppenderBase<ILoggingEvent> listener =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(
              event.getKeyValuePairs().stream()
                  .filter(pair -> !pair.key.equals("millis"))
                  .map(KeyValuePair::toString)
                  .collect(Collectors.joining(" ")));
        }
      };
  private final Issuer issuer = new Issuer("k1");
  private NotesService notes = NotesService.start(issuer, new Issuer("p1"));
  private Client client = new Client(notes.running.port());

  @BeforeEach
  void listen() {
    listener.start();
    logger.addAppender(listener);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(listener);
    client.close();
    notes.close();
  }

  private String line() throws InterruptedException {
    return String.valueOf(lines.poll(10, TimeUnit.SECONDS));
  }

  @Test
  void everyRequestIsOneLineByItsRouteAndNeverByItsPath() throws InterruptedException {
    client.get(
        "/notes/canary1?email=canary2",
        "Authorization",
        "Bearer " + issuer.accessToken("7"),
        "X-Request-Id",
        "request-1",
        "Cookie",
        "canary3");

    assertThat(line())
        .isEqualTo(
            "event=\"request\" requestId=\"request-1\" method=\"GET\" route=\"/notes/{id}\""
                + " status=\"404\" outcome=\"not_found\" upstream=\"none\"");
    client.get("/canary4", "X-Request-Id", "request-2");
    assertThat(line())
        .isEqualTo(
            "event=\"request\" requestId=\"request-2\" method=\"GET\" route=\"none\""
                + " status=\"404\" outcome=\"not_found\" upstream=\"none\"");
  }

  @Test
  void whatJettyRefusesIsALineToo() throws Exception {
    try (RawHttp connection = new RawHttp(notes.running.port())) {
      connection.send("GET /canary%00 HTTP/1.1\r\nHost: a\r\n\r\n").readUntil("}");
    }
    assertThat(line())
        .contains("route=\"none\" status=\"400\" outcome=\"malformed_request\"")
        .doesNotContain("canary");
  }

  @Test
  void aClientThatLeftIsSaidToHaveLeft() throws IOException, InterruptedException {
    try (RawHttp connection = new RawHttp(notes.running.port())) {
      connection.send("GET /events/silent HTTP/1.1\r\nHost: a\r\n\r\n").readUntil("\r\n\r\n");
    }
    assertThat(line()).contains("route=\"/events/{kind}\"", "outcome=\"client_gone\"");
  }
}
