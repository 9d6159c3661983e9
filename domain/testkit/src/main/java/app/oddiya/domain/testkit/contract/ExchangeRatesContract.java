package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.agent.ExchangeRates;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [ExchangeRates] does.
public interface ExchangeRatesContract {

  Currency WON = Currency.getInstance("KRW");

  ExchangeRates rates();

  @Test
  default void aCurrencyIsWorthItself() {
    assertThat(rates().rate(WON, WON, Deadlines.ample()))
        .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo(BigDecimal.ONE));
  }

  @Test
  default void aCurrencyThatNobodyTradesHasNoRate() {
    Currency none = Currency.getInstance("XXX");

    assertThat(rates().rate(none, WON, Deadlines.ample())).isEqualTo(Optional.empty());
    assertThat(rates().rate(WON, none, Deadlines.ample())).isEqualTo(Optional.empty());
  }
}
