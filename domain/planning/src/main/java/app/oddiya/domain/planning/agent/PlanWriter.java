package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;
import java.util.function.Consumer;

/// Writes a grounded plan: every stop is a provider's record, timed and checked.
public interface PlanWriter {

  /// Writes a draft and tells `listener` how it goes, on the calling thread: stages in their order,
  /// then every stop of the draft once, in the order of the days. An exception of the listener ends
  /// the writing and comes out of here.
  ///
  /// @param traveller for whom it is written
  /// @param held the records of must-visits named by an id that we hold, as far as we do
  /// @throws app.oddiya.domain.shared.Unavailable if a provider that the plan cannot do without
  ///     does not answer in time
  Writing write(
      UserId traveller,
      PlanRequest request,
      List<Place> held,
      Consumer<DraftEvent> listener,
      Deadline deadline);
}
