package app.oddiya.adapters.redis.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.planning.MemoryExchangeRates;
import app.oddiya.apps.stores.junit.StoppableRedisExtension;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.ExchangeRatesContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CachedExchangeRatesTest implements ExchangeRatesContract {

  @RegisterExtension static final StoppableRedisExtension STORE = new StoppableRedisExtension();

  private static final Deadline LATER = new Deadline(Instant.parse("2100-01-01T00:00:00Z"));
  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final BigDecimal RATE = new BigDecimal("0.00000000072140");

  private final MemoryExchangeRates provider = new MemoryExchangeRates().set(WON, DOLLAR, RATE);
  private final Caches caches = new Caches();
  private Shelf shelf;
  private ExchangeRates rates;

  /// Only now the store runs.
  @BeforeEach
  void connect() {
    shelf = caches.shelf(STORE.url());
    rates = new CachedExchangeRates(provider, shelf);
  }

  @AfterEach
  void close() {
    caches.close();
  }

  @Override
  public ExchangeRates rates() {
    return rates;
  }

  @Test
  void whatWasAskedOnceIsKnownExactlyWithoutTheProvider() {
    rates.rate(WON, DOLLAR, LATER);
    provider.goDown();

    assertThat(rates.rate(WON, DOLLAR, LATER)).contains(RATE);
    assertThatThrownBy(() -> rates.rate(DOLLAR, WON, LATER)).isInstanceOf(Unavailable.class);
  }

  @Test
  void thatThereIsNoRateIsAskedAgain() {
    assertThat(rates.rate(DOLLAR, WON, LATER)).isEmpty();

    provider.set(DOLLAR, WON, new BigDecimal("1386"));

    assertThat(rates.rate(DOLLAR, WON, LATER)).contains(new BigDecimal("1386"));
  }

  @Test
  void itIsForgottenAfterHalfADay() {
    rates.rate(WON, DOLLAR, LATER);

    assertThat(shelf.cache().ask(connection -> connection.async().ttl("rate:v1:KRW:USD")).join())
        .isBetween(1L, 43_200L);
  }

  @Test
  void withoutRedisTheProviderIsAskedEveryTime() {
    rates.rate(WON, DOLLAR, LATER);
    STORE.stop();

    assertThat(rates.rate(WON, DOLLAR, LATER)).contains(RATE);
    provider.goDown();
    assertThatThrownBy(() -> rates.rate(WON, DOLLAR, LATER)).isInstanceOf(Unavailable.class);
  }
}
