package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;

/// Changes a plan as somebody asks in a sentence, and as little beyond that as it can.
public interface PlanReviser {

  /// @param instruction in any of the four languages
  /// @param locked stops that stay as they are, beside those that are locked in the trip, each
  ///     once; what is infeasible points to them by their order
  /// @param held as in [PlanChecker]
  /// @throws app.oddiya.domain.shared.Unavailable if there is no answer in time
  Revising revise(
      UserId traveller,
      Trip trip,
      String instruction,
      List<StopId> locked,
      List<Place> held,
      Deadline deadline);
}
