package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;

/// Times the stops that somebody has chosen, and checks them against what providers say now.
public interface PlanChecker {

  /// @param held the records of the sketch's places that we hold, as far as we do: what a provider
  ///     is asked by, and what is checked with doubt where the provider is down
  /// @throws app.oddiya.domain.shared.Unavailable if there is no answer in time
  Checking check(UserId traveller, Sketch sketch, List<Place> held, Deadline deadline);
}
