package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.shared.Deadline;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/// Exchange rates where no provider of them is configured: none but that of a currency in itself.
final class NoRates implements ExchangeRates {

  @Override
  public Optional<BigDecimal> rate(Currency from, Currency to, Deadline deadline) {
    return from.equals(to) ? Optional.of(BigDecimal.ONE) : Optional.empty();
  }
}
