package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.oddiya.adapters.proxy.RawClient.Reply;
import app.oddiya.adapters.web.limit.LocalLimits;
import app.oddiya.adapters.web.limit.RateLimits;
import app.oddiya.adapters.web.limit.Ruling;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What clients are told about their limits, and what ends at them: alike, whether a ruling is
/// there at once or later.
@Timeout(60)
class LimitingTest {

  private static final String AS_USER =
      " HTTP/1.1\nAuthorization: Bearer " + ProxyFixture.token() + "\n";

  static Stream<RateLimits> atOnceAndLater() {
    return Stream.of(local(), later(local()));
  }

  private static LocalLimits local() {
    return new LocalLimits(100, 1_000, InstantSource.system());
  }

  private static RateLimits later(LocalLimits limits) {
    return (policy, key) ->
        CompletableFuture.supplyAsync(
            () -> limits.judge(policy, key),
            CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
  }

  @ParameterizedTest
  @MethodSource("atOnceAndLater")
  void theQuotaPassesAndTheRestIsToldWhenToComeBack(RateLimits limits) throws IOException {
    try (ProxyFixture proxy = new ProxyFixture(limits)) {
      for (int left = 2; left >= 0; left--) {
        Reply reply = RawClient.ask(proxy.port(), "GET /limited/open HTTP/1.1\n");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("RateLimit-Policy")).containsExactly("\"anyone\";q=3;w=60");
        assertThat(reply.header("RateLimit").getFirst()).startsWith("\"anyone\";r=" + left + ";t=");
      }
      Reply refused = RawClient.ask(proxy.port(), "GET /limited/open HTTP/1.1\n");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Content-Type")).containsExactly("application/problem+json");
      assertThat(Integer.parseInt(refused.header("Retry-After").getFirst())).isBetween(1, 60);
      assertThat(refused.header("RateLimit-Policy")).containsExactly("\"anyone\";q=3;w=60");
      assertThat(refused.header("RateLimit").getFirst()).startsWith("\"anyone\";r=0;t=");
      assertThat(refused.body()).contains("\"code\":\"too_many_requests\"", "\"requestId\":");
      assertThat(proxy.upstream().asked()).hasSize(3);
    }
  }

  @ParameterizedTest
  @MethodSource("atOnceAndLater")
  void aRequestMayCountAgainstTwo(RateLimits limits) throws IOException {
    try (ProxyFixture proxy = new ProxyFixture(limits)) {
      Reply first = RawClient.ask(proxy.port(), "GET /limited/twice" + AS_USER);
      assertThat(first.status()).isEqualTo(200);
      assertThat(first.header("RateLimit-Policy"))
          .containsExactly("\"user\";q=4;w=60, \"costly\";q=2;w=60");
      assertThat(first.header("RateLimit").getFirst())
          .matches("\"user\";r=3;t=\\d+, \"costly\";r=1;t=\\d+");
      RawClient.ask(proxy.port(), "GET /limited/twice" + AS_USER);

      assertThat(RawClient.ask(proxy.port(), "GET /limited/twice" + AS_USER).status())
          .isEqualTo(429);
      assertThat(RawClient.ask(proxy.port(), "GET /limited/x" + AS_USER).status()).isEqualTo(200);
      assertThat(RawClient.ask(proxy.port(), "GET /limited/x" + AS_USER).status()).isEqualTo(429);
      assertThat(proxy.upstream().asked()).hasSize(3);
    }
  }

  @ParameterizedTest
  @MethodSource("atOnceAndLater")
  void everyAnswerTellsOfTheLimitsWhateverItIs(RateLimits limits) throws IOException {
    try (ProxyFixture proxy = new ProxyFixture(limits)) {
      List<Reply> replies =
          List.of(
              RawClient.ask(proxy.port(), "GET /limited/x HTTP/1.1\n"),
              RawClient.ask(proxy.port(), "GET /limited/x HTTP/1.1\nAuthorization: Bearer x\n"),
              RawClient.ask(proxy.port(), "GET /nowhere" + AS_USER),
              RawClient.ask(
                  proxy.port(), "POST /limited/open HTTP/1.1\nContent-Length: 5\n", "12345"),
              RawClient.ask(
                  proxy.port(),
                  "POST /limited/open HTTP/1.1\nTransfer-Encoding: chunked\n",
                  "5\r\n12345\r\n0\r\n\r\n"),
              RawClient.ask(proxy.port(), "GET /limited-down HTTP/1.1\n"));

      assertThat(replies.stream().map(Reply::status)).containsExactly(401, 401, 404, 413, 413, 503);
      assertThat(replies)
          .allSatisfy(
              reply -> {
                assertThat(reply.header("RateLimit-Policy")).hasSize(1);
                assertThat(reply.header("RateLimit")).hasSize(1);
              });
      assertThat(replies.getFirst().header("RateLimit-Policy"))
          .containsExactly("\"stranger\";q=1000;w=60");
    }
  }

  @Test
  void whatHasNoLimitIsNotCounted() throws IOException {
    try (ProxyFixture proxy = new ProxyFixture(local())) {
      Reply reply = RawClient.ask(proxy.port(), "GET /share/x HTTP/1.1\n");

      assertThat(reply.header("RateLimit")).isEmpty();
      assertThat(reply.header("RateLimit-Policy")).isEmpty();
    }
  }

  @Test
  void whatCannotBeCountedDoesNotPass() throws IOException {
    RateLimits nobodyCounts =
        (policy, key) ->
            CompletableFuture.completedFuture(new Ruling.Uncounted(policy, Duration.ofSeconds(2)));
    try (ProxyFixture proxy = new ProxyFixture(nobodyCounts)) {
      Reply reply = RawClient.ask(proxy.port(), "GET /limited/open HTTP/1.1\n");

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.header("Retry-After")).containsExactly("2");
      assertThat(proxy.upstream().asked()).isEmpty();
    }
  }

  @Test
  void aLimitPerUserIsNotForRoutesThatAnyoneMayTake() {
    ProxyRoute open = ProxyRoute.here("/open");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.limitedBy(List.of(ProxyFixture.USER)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxyRoutes.of(open).limitingStrangersBy(List.of(ProxyFixture.USER)));
  }
}
