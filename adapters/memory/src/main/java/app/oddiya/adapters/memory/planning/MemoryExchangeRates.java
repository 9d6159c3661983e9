package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Exchange rates in memory: those that a test sets, each in one direction only. Deadlines are not
/// looked at. Safe for concurrent use.
public final class MemoryExchangeRates implements ExchangeRates {

  private record Pair(Currency from, Currency to) {}

  private final Map<Pair, BigDecimal> rates = new ConcurrentHashMap<>();
  private volatile boolean down;

  /// One unit of `from` is worth `rate` units of `to`.
  public MemoryExchangeRates set(Currency from, Currency to, BigDecimal rate) {
    rates.put(new Pair(from, to), rate);
    return this;
  }

  /// From now on nobody answers.
  public void goDown() {
    down = true;
  }

  @Override
  public Optional<BigDecimal> rate(Currency from, Currency to, Deadline deadline) {
    if (down) {
      throw new Unavailable("exchange rates", new IllegalStateException("told to be down"));
    }
    if (from.equals(to)) {
      return Optional.of(BigDecimal.ONE);
    }
    return Optional.ofNullable(rates.get(new Pair(from, to)));
  }
}
