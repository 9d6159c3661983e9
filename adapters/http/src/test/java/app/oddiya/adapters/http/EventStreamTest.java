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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventStreamTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Deadline LATER = new Deadline(NOON.plus(Duration.ofMinutes(1)));

  private Instant now = NOON;
  private final InstantSource clock = () -> now;
  private final ServiceClients clients = ServiceClients.unsigned(clock);
  private Optional<Sibling> sibling = Optional.empty();

  @AfterEach
  void stop() {
    sibling.ifPresent(Sibling::close);
    clients.close();
  }

  @Test
  void eventsComeBeforeTheStreamEnds() throws Exception {
    CountDownLatch firstWasRead = new CountDownLatch(1);
    ServiceClient agent =
        agent(
            exchange -> {
              OutputStream body = begin(exchange);
              say(body, "event: stage\ndata: {\"count\":1}\n\n");
              await(firstWasRead);
              say(body, ": still here\n\nevent: plan\ndata: {\"count\":2}\n\n");
              exchange.close();
            });

    try (EventStream events = open(agent)) {
      assertThat(events.next().orElseThrow().json(Count.class)).isEqualTo(new Count(1));
      firstWasRead.countDown();
      assertThat(events.next()).contains(new ServerEvent("llm-agent", "plan", "{\"count\":2}"));
      assertThat(events.next()).isEmpty();
      assertThat(events.next()).isEmpty();
    }
  }

  @Test
  void closingTellsTheSiblingThatNobodyListens() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    ServiceClient agent =
        agent(
            exchange -> {
              OutputStream body = begin(exchange);
              try {
                while (true) {
                  say(body, "data: more\n\n");
                }
              } catch (IOException nobodyListens) {
                noticed.countDown();
              }
            });

    EventStream events = open(agent);
    assertThat(events.next()).isPresent();
    events.close();

    assertThat(noticed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aReaderThatWaitsIsFreedByTheCloserAndToldSo() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    ServiceClient agent =
        agent(
            exchange -> {
              say(begin(exchange), ": hello\n\n");
              await(never);
            });
    EventStream events = open(agent);

    Thread closer = Thread.ofVirtual().start(events::close);

    assertThatThrownBy(events::next).isInstanceOf(CancellationException.class);
    assertThatThrownBy(events::next).isInstanceOf(CancellationException.class);
    closer.join();
    never.countDown();
  }

  @Test
  void aStreamThatBreaksIsAnOutageAndNoEnd() throws Exception {
    ServiceClient agent =
        agent(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
              exchange.sendResponseHeaders(200, 1_000);
              say(exchange.getResponseBody(), "data: 1\n\n");
              throw new IOException("dies");
            });

    try (EventStream events = open(agent)) {
      assertThat(events.next()).isPresent();
      assertThatThrownBy(events::next).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void aStreamDoesNotOutliveItsDeadline() throws Exception {
    ServiceClient agent =
        agent(
            exchange -> {
              say(begin(exchange), "data: 1\n\ndata: 2\n\n");
              exchange.close();
            });

    try (EventStream events = open(agent)) {
      assertThat(events.next()).isPresent();
      assertThat(events.next()).isPresent();
      now = LATER.at();
      assertThatThrownBy(events::next).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void aRefusalIsAPlainAnswer() throws Exception {
    ServiceClient agent = agent(Sibling.answering(422, "{\"code\":\"infeasible\"}"));

    assertThat(agent.stream(Call.post("/internal/plan-generations"), LATER))
        .isInstanceOfSatisfying(
            Answer.class, refusal -> assertThat(refusal.status()).isEqualTo(422));
  }

  @Test
  void aStreamThatDoesNotBeginIsAnOutage() throws Exception {
    ServiceClient agent = agent(Sibling.answering(503, "{}"));

    assertThatThrownBy(() -> agent.stream(Call.post("/x"), LATER)).isInstanceOf(Unavailable.class);
  }

  private ServiceClient agent(HttpHandler behaviour) throws IOException {
    Sibling agent = new Sibling(behaviour);
    sibling = Optional.of(agent);
    return clients.to("llm-agent", agent.address());
  }

  private static EventStream open(ServiceClient agent) {
    return switch (agent.stream(Call.post("/internal/plan-generations"), LATER)) {
      case EventStream events -> events;
      case Answer refusal -> throw new AssertionError(refusal);
    };
  }

  private static OutputStream begin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  private static void say(OutputStream body, String text) throws IOException {
    body.write(text.getBytes(UTF_8));
    body.flush();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  record Count(int count) {}
}
