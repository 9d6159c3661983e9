package app.oddiya.domain.shared;

import java.math.BigDecimal;
import java.util.Currency;

/// An amount of one currency.
///
/// @param amount as given, never rounded here; may be negative
/// @param currency ISO 4217
public record Money(BigDecimal amount, Currency currency) {

  private static final Currency WON = Currency.getInstance("KRW");

  public static Money won(long amount) {
    return new Money(BigDecimal.valueOf(amount), WON);
  }

  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.add(other.amount), currency);
  }

  public Money times(int count) {
    return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
  }

  public boolean isMoreThan(Money other) {
    requireSameCurrency(other);
    return amount.compareTo(other.amount) > 0;
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "currency: " + other.currency + " (expected: " + currency + ")");
    }
  }
}
