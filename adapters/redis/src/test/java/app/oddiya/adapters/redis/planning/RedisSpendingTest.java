package app.oddiya.adapters.redis.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.redis.RedisModule;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.domain.planning.agent.Spending;
import app.oddiya.domain.planning.agent.Spending.Amount;
import app.oddiya.domain.planning.agent.Spending.Grant;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.SpendingContract;
import app.oddiya.domain.testkit.time.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisSpendingTest implements SpendingContract {

  @RegisterExtension static final RedisExtension STORE = new RedisExtension();

  private static final Deadline LATER = new Deadline(Instant.parse("2100-01-01T00:00:00Z"));

  /// Of a cluster that has been up since before any test.
  private final SettableClock clock = new SettableClock(Instant.EPOCH);

  private final Redis redis = redis(STORE.url());

  @BeforeEach
  void empty() throws IOException {
    STORE.flush();
  }

  @AfterEach
  void close() {
    redis.close();
  }

  @Override
  public Spending spending() {
    return new RedisSpending(redis, CAPS, clock);
  }

  @Test
  void aCapHoldsAcrossProcesses() {
    spending().reserve(TRAVELLER, new Amount(900, 1), NOW, LATER);
    Redis other = redis(STORE.url());
    try {
      assertThat(
              new RedisSpending(other, CAPS, clock)
                  .reserve(TRAVELLER, new Amount(101, 1), NOW, LATER))
          .isEqualTo(new Grant.Exhausted());
    } finally {
      other.close();
    }
  }

  @Test
  void anHourAfterItsDayItIsForgotten() throws IOException {
    Instant midnight = Instant.parse("2026-11-15T00:00:00Z");
    clock.set(midnight.minusSeconds(60));
    spending().reserve(TRAVELLER, new Amount(1, 1), clock.instant(), LATER);

    List<String> keys = STORE.keys();
    Long left = redis.run(LATER, commands -> commands.pttl(keys.getFirst()));

    assertThat(keys).containsExactly("spending:" + (midnight.getEpochSecond() / 86_400 - 1));
    assertThat(left).isBetween(1L, Duration.ofMinutes(61).toMillis());
  }

  @Test
  void whatCannotBeCountedIsNotGranted() {
    Redis away = redis("redis://127.0.0.1:1");
    try {
      Spending spending = new RedisSpending(away, CAPS, clock);
      assertThatThrownBy(() -> spending.reserve(TRAVELLER, new Amount(1, 1), NOW, LATER))
          .isInstanceOf(Unavailable.class);
      assertThatThrownBy(
              () ->
                  spending.settle(
                      new Spending.Reservation(TRAVELLER, 1, new Amount(1, 1)),
                      new Amount(1, 1),
                      LATER))
          .isInstanceOf(Unavailable.class);
    } finally {
      away.close();
    }
  }

  private static Redis redis(String url) {
    return RedisModule.redis(new RedisConfig(URI.create(url)), InstantSource.system());
  }
}
