package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.shared.Unavailable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;

/// What may be spent, and what a won is worth to who spends it.
///
/// @param budget as requested
/// @param wonPerUnit won for one unit of the budget's currency; empty without a budget, and where
///     no rate is known
record Purse(Optional<Money> budget, Optional<BigDecimal> wonPerUnit) {

  private static final Currency WON = Currency.getInstance("KRW");

  /// More than all admissions of any trip.
  private static final BigDecimal ENDLESS = BigDecimal.valueOf(Long.MAX_VALUE);

  /// A rate that cannot be had now is a rate that is not known: the plan comes, with the gap said.
  static Purse of(PlanRequest request, ExchangeRates rates, Deadline deadline) {
    return new Purse(
        request.budget(),
        request.budget().flatMap(budget -> rate(budget.currency(), rates, deadline)));
  }

  private static Optional<BigDecimal> rate(Currency from, ExchangeRates rates, Deadline deadline) {
    try {
      return rates.rate(from, WON, deadline);
    } catch (Unavailable noRateNow) {
      return Optional.empty();
    }
  }

  /// The budget in whole won, if it can be told.
  OptionalLong inWon() {
    return budget
        .flatMap(
            money ->
                wonPerUnit.map(rate -> money.amount().multiply(rate).min(ENDLESS).toBigInteger()))
        .map(won -> OptionalLong.of(won.longValueExact()))
        .orElseGet(OptionalLong::empty);
  }

  /// The least budget in its own currency that so many won can be paid from; empty where there is
  /// no budget, or no rate.
  Optional<Money> enoughFor(Money won) {
    return budget
        .map(Money::currency)
        .flatMap(
            currency ->
                wonPerUnit.map(
                    rate -> new Money(inUnits(won, rate, currency, RoundingMode.UP), currency)));
  }

  /// An amount of won in the budget's currency, where that is another and its rate is known.
  Optional<Money> atHome(Money won) {
    return budget
        .map(Money::currency)
        .filter(currency -> !currency.equals(WON))
        .flatMap(
            currency ->
                wonPerUnit.map(
                    rate ->
                        new Money(inUnits(won, rate, currency, RoundingMode.HALF_EVEN), currency)));
  }

  private static BigDecimal inUnits(
      Money won, BigDecimal rate, Currency currency, RoundingMode rounding) {
    return won.amount().divide(rate, currency.getDefaultFractionDigits(), rounding);
  }
}
