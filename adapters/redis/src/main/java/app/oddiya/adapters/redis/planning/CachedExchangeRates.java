package app.oddiya.adapters.redis.planning;

import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.shared.Deadline;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/// Answers of a provider of rates, kept for half a day: it changes them once a day.
final class CachedExchangeRates implements ExchangeRates {

  static final Duration LIFE = Duration.ofHours(12);

  private static final TypeReference<BigDecimal> RATE = new TypeReference<>() {};

  private final ExchangeRates rates;
  private final Shelf shelf;

  CachedExchangeRates(ExchangeRates rates, Shelf shelf) {
    this.rates = rates;
    this.shelf = shelf;
  }

  @Override
  public Optional<BigDecimal> rate(Currency from, Currency to, Deadline deadline) {
    if (from.equals(to)) {
      return rates.rate(from, to, deadline);
    }
    String key = "rate:%s:%s:%s".formatted(CachedJson.VERSION, from, to);
    Optional<BigDecimal> kept = shelf.read(key, RATE);
    if (kept.isPresent()) {
      return kept;
    }
    Optional<BigDecimal> rate = rates.rate(from, to, deadline);
    rate.ifPresent(it -> shelf.write(key, it, LIFE));
    return rate;
  }
}
