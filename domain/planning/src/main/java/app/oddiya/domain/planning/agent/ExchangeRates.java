package app.oddiya.domain.planning.agent;

import app.oddiya.domain.shared.Deadline;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/// What one currency is worth in another.
public interface ExchangeRates {

  /// How many units of `to` one unit of `from` is; 1 for the same currency, empty for one that the
  /// provider does not know.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if the provider does not answer in time
  Optional<BigDecimal> rate(Currency from, Currency to, Deadline deadline);
}
