package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.plan.Totals;
import app.oddiya.domain.shared.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a plan costs.
@Doc("What a plan costs, as far as prices are known.")
public record TotalsView(
    @Doc("Of the whole party.") Money admission,
    @Doc("Stops whose price is not known; they count as nothing.") int unpriced,
    @Doc("The admission in the budget's currency; null where no rate is known.")
        @Nullable Money inHomeCurrency) {

  public static TotalsView of(Totals totals) {
    return new TotalsView(
        totals.admission(), totals.unpriced(), totals.inHomeCurrency().orElse(null));
  }

  Totals toTotals() {
    return new Totals(admission, unpriced, Optional.ofNullable(inHomeCurrency));
  }
}
