package app.oddiya.domain.planning.plan;

import app.oddiya.domain.shared.Money;
import java.util.Optional;

/// What the plan costs, as far as prices are known.
///
/// @param admission of the whole party, in won
/// @param unpriced stops whose price is not known; they count as nothing
/// @param inHomeCurrency the admission in the traveller's currency, where a rate is known
public record Totals(Money admission, int unpriced, Optional<Money> inHomeCurrency) {}
