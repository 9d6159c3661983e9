package app.oddiya.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServiceClientTest {

  private static final Optional<String> TRACE =
      Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final Deadline SOON = new Deadline(NOON.plusSeconds(5));
  private static final Origin HANA =
      new Origin(
          Optional.of(new UserId(42)), Optional.of("her-access-token"), Optional.of("request-1"));

  private static String key = "";

  private final ServiceClients clients =
      ServiceClients.signing(InternalTokens.of("video", key, CLOCK), CLOCK);
  private final List<Sibling> siblings = new ArrayList<>();

  @BeforeAll
  static void makeKey() throws Exception {
    key = new RSAKeyGenerator(2048).generate().toJSONString();
  }

  @AfterEach
  void stopSiblings() {
    clients.close();
    siblings.forEach(Sibling::close);
  }

  @Test
  void anAnswerHasItsStatusHeadersAndBody() throws Exception {
    Sibling plan = sibling(Sibling.answering(404, "{\"code\":\"not_found\",\"more\":1}"));

    Answer answer = client(plan).send(Call.get("/internal/plans/{}", "a/b c?"), SOON);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("content-type")).contains("application/json");
    assertThat(answer.json(Code.class)).isEqualTo(new Code("not_found"));
    assertThat(plan.asked().getFirst().target()).isEqualTo("/internal/plans/a%2Fb%20c%3F");
  }

  @Test
  void aCallCarriesTheUserTheTraceAndWhatIsLeftOfItsDeadline() throws Exception {
    Sibling plan = sibling(Sibling.answering(200, "{}"));

    ScopedValue.where(Origin.CURRENT, HANA)
        .where(Span.CURRENT, Span.passing(TRACE))
        .run(() -> client(plan).send(Call.post("/x").query("q", "ㄱ&").json(new Code("c")), SOON));

    Sibling.Asked asked = plan.asked().getFirst();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.target()).isEqualTo("/x?q=%E3%84%B1%26");
    assertThat(asked.body()).isEqualTo("{\"code\":\"c\"}");
    assertThat(asked.header("Content-Type")).containsExactly("application/json");
    assertThat(asked.header("Authorization")).containsExactly("Bearer her-access-token");
    assertThat(asked.header("X-Request-Id")).containsExactly("request-1");
    assertThat(asked.header("traceparent")).containsExactly(TRACE.orElseThrow());
    assertThat(asked.header("Oddiya-Deadline-Ms")).containsExactly("5000");
    SignedJWT token = SignedJWT.parse(asked.header("Oddiya-Internal-Token").getFirst());
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("video");
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("plan");
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("42");
  }

  @Test
  void withoutARequestBehindItACallCarriesNobodysToken() throws Exception {
    Sibling user = sibling(Sibling.answering(200, "{}"));

    client(user).send(Call.get("/x"), SOON);

    assertThat(user.asked().getFirst().header("Authorization")).isEmpty();
    assertThat(user.asked().getFirst().header("X-Request-Id")).isEmpty();
    assertThat(user.asked().getFirst().header("Oddiya-Internal-Token")).hasSize(1);
  }

  @Test
  void allWhoAskForAServiceShareItsClient() {
    URI plan = URI.create("http://plan:8083");

    assertThat(clients.to("plan", plan)).isSameAs(clients.to("plan", plan));
    assertThat(clients.to("user", URI.create("http://user:8082")))
        .isNotSameAs(clients.to("plan", plan));
  }

  @Test
  void nothingIsSentAfterTheDeadline() throws Exception {
    Sibling plan = sibling(Sibling.answering(200, "{}"));

    assertUnavailable(client(plan), Call.get("/x"), new Deadline(NOON));
    assertThat(plan.asked()).isEmpty();
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsAnOutage() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Sibling plan = sibling(exchange -> awaitQuietly(never));

    assertUnavailable(client(plan), Call.get("/x"), new Deadline(NOON.plusMillis(50)));
    never.countDown();
  }

  @Test
  void aServiceThatIsNotThereIsAnOutage() throws Exception {
    URI nobody;
    try (Sibling gone = new Sibling(Sibling.hangingUp())) {
      nobody = gone.address();
    }

    assertThatThrownBy(() -> clients.to("plan", nobody).send(Call.get("/x"), SOON))
        .isInstanceOf(Unavailable.class)
        .hasMessage("plan service is unavailable");
  }

  @Test
  void everyServerErrorIsAnOutageAndNotTriedAgain() throws Exception {
    for (int status : new int[] {500, 501, 502, 503, 504}) {
      Sibling plan = sibling(Sibling.answering(status, "{}"));

      assertUnavailable(client(plan), Call.get("/x"), SOON);
      assertThat(plan.asked()).hasSize(1);
    }
  }

  @Test
  void aBodyWithoutEndIsAnOutage() throws Exception {
    byte[] block = new byte[1 << 20];
    Sibling plan =
        sibling(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              for (int i = 0; i <= ServiceClient.MOST_BYTES / block.length; i++) {
                exchange.getResponseBody().write(block);
              }
              exchange.close();
            });

    assertUnavailable(client(plan), Call.post("/x"), SOON);
  }

  @Test
  void nonsenseForJsonIsAnOutage() throws Exception {
    Sibling plan = sibling(Sibling.answering(200, "<html>"));
    Answer answer = client(plan).send(Call.get("/x"), SOON);

    assertThatThrownBy(() -> answer.json(Code.class)).isInstanceOf(Unavailable.class);
  }

  @Test
  void anIdempotentCallThatBrokeIsTriedOnceMoreIfTenCallsPaidForIt() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    HttpHandler everyEleventhBreaks =
        exchange -> {
          if (calls.incrementAndGet() % 11 == 0) {
            exchange.close();
          } else {
            Sibling.answering(200, "{}").handle(exchange);
          }
        };
    Sibling user = sibling(everyEleventhBreaks);
    ServiceClient client = client(user);
    // POST, because the JDK's client tries a GET on a stale connection again by itself.
    Call findOrCreate = Call.post("/internal/users").idempotently();

    for (int i = 0; i < 11; i++) {
      assertThat(client.send(findOrCreate, SOON).status()).isEqualTo(200);
    }
    assertThat(user.asked()).hasSize(12);
  }

  @Test
  void anythingElseThatBrokeIsNotTriedAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Sibling user =
        sibling(
            exchange -> {
              if (calls.incrementAndGet() > 10) {
                exchange.close();
              } else {
                Sibling.answering(201, "").handle(exchange);
              }
            });
    ServiceClient client = client(user);
    for (int i = 0; i < 10; i++) {
      client.send(Call.post("/x"), SOON);
    }

    assertUnavailable(client, Call.post("/x"), SOON);
    assertThat(user.asked()).hasSize(11);
  }

  @Test
  void afterFiveBreaksTheServiceIsLeftAloneAndAnotherOneIsNot() throws Exception {
    Sibling down = sibling(Sibling.answering(503, "{}"));
    Sibling up = sibling(Sibling.answering(200, "{}"));
    ServiceClient broken = client(down);

    for (int i = 0; i < 20; i++) {
      assertUnavailable(broken, Call.post("/x"), SOON);
    }
    assertThat(down.asked()).hasSize(5);
    assertThat(client(up).send(Call.post("/x"), SOON).status()).isEqualTo(200);
  }

  @Test
  void aBugMetByOneRequestDoesNotShutOutTheOthers() throws Exception {
    Sibling buggy = sibling(Sibling.answering(500, "{}"));
    ServiceClient client = client(buggy);

    for (int i = 0; i < 20; i++) {
      assertUnavailable(client, Call.post("/x"), SOON);
    }
    assertThat(buggy.asked()).hasSize(20);
  }

  @Test
  void aCallerThatIsInterruptedStopsWaitingAndStaysInterrupted() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Sibling plan =
        sibling(
            exchange -> {
              arrived.countDown();
              awaitQuietly(never);
            });
    List<Boolean> interrupted = new ArrayList<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  assertUnavailable(
                      client(plan), Call.get("/x"), new Deadline(NOON.plus(Duration.ofHours(1))));
                  interrupted.add(Thread.currentThread().isInterrupted());
                });

    arrived.await();
    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
    assertThat(interrupted).containsExactly(true);
    never.countDown();
  }

  private Sibling sibling(HttpHandler behaviour) throws IOException {
    Sibling sibling = new Sibling(behaviour);
    siblings.add(sibling);
    return sibling;
  }

  private ServiceClient client(Sibling sibling) {
    return clients.to("plan", sibling.address());
  }

  private static void assertUnavailable(ServiceClient client, Call call, Deadline deadline) {
    assertThatThrownBy(() -> client.send(call, deadline)).isInstanceOf(Unavailable.class);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  record Code(String code) {}
}
