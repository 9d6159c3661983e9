package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.StopView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.plan.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One difference that a proposal makes.
@Doc(
    "A difference: a stop that is added, removed, moved to another day or place in its order, or"
        + " changed where it is.")
record ChangeView(
    Change.Op op,
    UUID stopId,
    @Doc("The day on which it is seen; of a move the new one.") LocalDate date,
    @Doc("The stop as it is.") Optional<StopView> before,
    @Doc("The stop as it would be.") Optional<StopView> after) {

  static List<ChangeView> of(List<Change> diff) {
    return diff.stream()
        .map(
            change ->
                new ChangeView(
                    change.op(),
                    change.stop().value(),
                    change.date(),
                    change.before().map(StopView::of),
                    change.after().map(StopView::of)))
        .toList();
  }
}
