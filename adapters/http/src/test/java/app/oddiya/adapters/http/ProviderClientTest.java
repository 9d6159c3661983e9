package app.oddiya.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderClientTest {

  private static final Optional<String> TRACE =
      Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Deadline LATER = new Deadline(NOON.plus(Duration.ofHours(3)));
  private static final Call KEYED =
      Call.get("/v6/{}/latest/{}", "secret-1", "USD")
          .query("serviceKey", "secret-2")
          .header("Authorization", "KakaoAK secret-3");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final ProviderClients clients = new ProviderClients(now::get);
  private final List<Sibling> providers = new ArrayList<>();

  @AfterEach
  void stopAll() {
    clients.close();
    providers.forEach(Sibling::close);
  }

  @Test
  void aCallCarriesWhatItSaysAndNothingOfOurs() throws Exception {
    Sibling provider = provider(Sibling.answering(200, "{\"code\":\"fine\",\"more\":1}"));
    Origin origin =
        new Origin(
            Optional.of(new UserId(42)), Optional.of("her-access-token"), Optional.of("request-1"));

    Answer answer =
        ScopedValue.where(Origin.CURRENT, origin)
            .where(Span.CURRENT, Span.passing(TRACE))
            .call(() -> client(provider).send(KEYED, LATER));

    assertThat(answer.json(Code.class)).isEqualTo(new Code("fine"));
    Sibling.Asked asked = provider.asked().getFirst();
    assertThat(asked.toString()).isEqualTo("GET /v6/secret-1/latest/USD?serviceKey=secret-2");
    assertThat(asked.header("Authorization")).containsExactly("KakaoAK secret-3");
    assertThat(asked.headers().keySet())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .doesNotContain("x-request-id", "traceparent")
        .noneMatch(name -> name.startsWith("oddiya"));
  }

  @ParameterizedTest
  @CsvSource({"302", "400", "401", "404"})
  void whatIsNoOutageIsAnAnswerAndRedirectsAreNotFollowed(int status) throws Exception {
    Sibling elsewhere = provider(Sibling.answering(200, "{}"));
    Sibling provider =
        provider(
            exchange -> {
              exchange.getResponseHeaders().set("Location", elsewhere.address().toString());
              Sibling.answering(status, "{}").handle(exchange);
            });

    assertThat(client(provider).send(KEYED, LATER).status()).isEqualTo(status);
    assertThat(elsewhere.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "503", "504"})
  void everyServerErrorIsAnOutage(int status) throws Exception {
    Unavailable outage = outage(client(provider(Sibling.answering(status, "{}"))), LATER);

    assertThat(outage).hasMessage("Moon Maps is unavailable");
    assertThat(trace(outage)).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "", "null"})
  void nonsenseForJsonIsAnOutage(String body) throws Exception {
    Answer answer = client(provider(Sibling.answering(200, body))).send(KEYED, LATER);

    Unavailable outage = catchThrowableOfType(Unavailable.class, () -> answer.json(Code.class));
    assertThat(trace(outage)).contains("Moon Maps is unavailable").doesNotContain("secret");
    assertThat(trace(answer.unexpected())).contains("answered 200").doesNotContain("secret");
  }

  @Test
  void silenceUntilTheDeadlineIsAnOutage() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Sibling silent = provider(exchange -> waitFor(never));
    Sibling half =
        provider(
            exchange -> {
              exchange.sendResponseHeaders(200, 100);
              exchange.getResponseBody().write('{');
              exchange.getResponseBody().flush();
              waitFor(never);
            });

    for (Sibling slow : List.of(silent, half)) {
      Unavailable outage = outage(client(slow), new Deadline(NOON.plusMillis(200)));
      assertThat(trace(outage)).doesNotContain("secret");
    }
    assertThat(trace(outage(client(silent), new Deadline(NOON)))).doesNotContain("secret");
    never.countDown();
  }

  @Test
  void anAnswerBeyondTheLimitIsAnOutage() throws Exception {
    Sibling provider = provider(Sibling.answering(200, "{\"code\":\"" + "x".repeat(2000) + "\"}"));

    assertThat(client(provider).send(KEYED, LATER).status()).isEqualTo(200);
    outage(clients.to("Moon Maps", provider.address(), 1000), LATER);
  }

  @Test
  void aProviderThatIsNotThereIsAnOutage() throws Exception {
    URI nobody;
    try (Sibling gone = new Sibling(Sibling.hangingUp())) {
      nobody = gone.address();
    }

    assertThat(trace(outage(clients.to("Moon Maps", nobody), LATER))).doesNotContain("secret");
  }

  @Test
  void afterFiveBreaksTheProviderIsLeftAlone() throws Exception {
    Sibling down = provider(Sibling.answering(503, "{}"));
    ProviderClient client = client(down);

    for (int i = 0; i < 20; i++) {
      outage(client, LATER);
    }
    assertThat(down.asked()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | 7",
        "Mon, 23 Nov 2026 12:00:45 GMT | 45",
        "Mon, 23 Nov 2026 11:00:00 GMT | 0",
        "soon | 30",
        "99999999999999999999 | 30",
        "86400 | 3600",
      })
  void aProviderThatWantsNoMoreCallsIsLeftAloneForAsLong(String retryAfter, int seconds)
      throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Sibling provider =
        provider(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", retryAfter);
              Sibling.answering(calls.incrementAndGet() == 1 ? 429 : 200, "{}").handle(exchange);
            });
    ProviderClient client = client(provider);

    Unavailable outage = outage(client, LATER);
    assertThat(outage).hasCauseInstanceOf(QuotaSpent.class);
    assertThat(trace(outage)).doesNotContain("secret");
    if (seconds > 0) {
      now.set(NOON.plusSeconds(seconds).minusMillis(1));
      assertThat(outage(client, LATER)).hasCauseInstanceOf(QuotaSpent.class);
    }
    assertThat(provider.asked()).hasSize(1);

    now.set(NOON.plusSeconds(seconds));
    assertThat(client.send(KEYED, LATER).status()).isEqualTo(200);
  }

  @Test
  void aQuotaThatIsSpentInTheProvidersOwnWordsShutsItToo() throws Exception {
    Sibling provider = provider(Sibling.answering(200, "{}"));
    ProviderClient client = client(provider);

    assertThat(client.spent(Duration.ofMinutes(1))).hasCauseInstanceOf(QuotaSpent.class);
    outage(client, LATER);
    assertThat(provider.asked()).isEmpty();
  }

  @Test
  void anInterruptedCallerStopsWaiting() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Sibling provider =
        provider(
            exchange -> {
              arrived.countDown();
              waitFor(never);
            });
    Thread caller = Thread.ofVirtual().start(() -> outage(client(provider), LATER));

    arrived.await();
    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
    never.countDown();
  }

  private Sibling provider(HttpHandler behaviour) throws IOException {
    Sibling provider = new Sibling(behaviour);
    providers.add(provider);
    return provider;
  }

  private ProviderClient client(Sibling provider) {
    return clients.to("Moon Maps", provider.address());
  }

  private static Unavailable outage(ProviderClient client, Deadline deadline) {
    return catchThrowableOfType(Unavailable.class, () -> client.send(KEYED, deadline));
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    return trace.toString();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  record Code(String code) {}
}
