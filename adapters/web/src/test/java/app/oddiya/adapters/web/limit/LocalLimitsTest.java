package app.oddiya.adapters.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalLimitsTest {

  private static final RateLimitPolicy POLICY =
      new RateLimitPolicy(
          "user",
          new Quota(3, Duration.ofMinutes(1)),
          RateLimitPolicy.Per.USER,
          RateLimitPolicy.Outage.LOCAL);

  private static final LimitKey ME = LimitKey.of(new UserId(7));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
  private final LocalLimits limits = new LocalLimits(100, 1_000, now::get);

  @Test
  void admitsTheQuotaOfAWindowAndNoMore() {
    assertThat(IntStream.range(0, 5).mapToObj(i -> limits.judge(POLICY, ME)))
        .containsExactly(
            new Ruling.Admitted(new Standing(POLICY, 2, 60)),
            new Ruling.Admitted(new Standing(POLICY, 1, 60)),
            new Ruling.Admitted(new Standing(POLICY, 0, 60)),
            new Ruling.Exceeded(new Standing(POLICY, 0, 60)),
            new Ruling.Exceeded(new Standing(POLICY, 0, 60)));
  }

  @Test
  void countsAfreshInTheNextWindow() {
    IntStream.range(0, 3).forEach(i -> limits.judge(POLICY, ME));
    now.updateAndGet(at -> at.plusMillis(59_001));
    assertThat(limits.judge(POLICY, ME)).isEqualTo(new Ruling.Exceeded(new Standing(POLICY, 0, 1)));

    now.updateAndGet(at -> at.plusMillis(999));
    assertThat(limits.judge(POLICY, ME))
        .isEqualTo(new Ruling.Admitted(new Standing(POLICY, 2, 60)));
  }

  @Test
  void nobodyPaysForAnother() {
    IntStream.range(0, 3).forEach(i -> limits.judge(POLICY, ME));

    assertThat(limits.judge(POLICY, LimitKey.of(new UserId(8))))
        .isInstanceOf(Ruling.Admitted.class);
  }

  @Test
  void aShareOfAQuotaIsNeverNothing() {
    var third = new LocalLimits(33, 1_000, now::get);

    assertThat(IntStream.range(0, 2).mapToObj(i -> third.judge(POLICY, ME)))
        .hasExactlyElementsOfTypes(Ruling.Admitted.class, Ruling.Exceeded.class);
  }

  @Test
  void whoGoesOnAskingIsNotForgottenHoweverManyCome() {
    IntStream.range(0, 3).forEach(i -> limits.judge(POLICY, ME));
    for (int i = 1; i < 10_000; i++) {
      limits.judge(POLICY, LimitKey.of(new UserId(1_000 + i)));
      assertThat(limits.judge(POLICY, ME)).isInstanceOf(Ruling.Exceeded.class);
    }
  }

  @Test
  void aClientIsToldInStructuredFields() {
    var hourly =
        new RateLimitPolicy(
            "generate",
            new Quota(20, Duration.ofHours(1)),
            RateLimitPolicy.Per.USER,
            RateLimitPolicy.Outage.LOCAL);

    assertThat(RateLimitHeaders.policy(List.of(POLICY, hourly)))
        .isEqualTo("\"user\";q=3;w=60, \"generate\";q=20;w=3600");
    assertThat(
            RateLimitHeaders.limit(
                List.of(new Standing(POLICY, 2, 41), new Standing(hourly, 0, 3_312))))
        .isEqualTo("\"user\";r=2;t=41, \"generate\";r=0;t=3312");
  }
}
