package app.oddiya.domain.planning.place;

import app.oddiya.domain.shared.Money;
import java.util.Optional;

/// What it costs to get in.
///
/// @param adult the ordinary price of one adult
/// @param child the price of one child, where a source names it
public record Admission(Money adult, Optional<Money> child, Evidence evidence) {

  /// The price of a party; empty where children come along and their price is not known.
  public Optional<Money> of(int adults, int children) {
    if (children == 0) {
      return Optional.of(adult.times(adults));
    }
    if (adult.amount().signum() == 0) {
      return Optional.of(adult.times(adults + children));
    }
    return child.map(each -> adult.times(adults).plus(each.times(children)));
  }
}
