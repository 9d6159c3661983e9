package app.oddiya.domain.planning.plan;

import app.oddiya.domain.planning.place.Place;
import java.util.List;

/// A plan with what we hold of the places that it visits.
///
/// @param places one for each place of the plan, in no order that means anything; see
///     [app.oddiya.domain.planning.place.HeldPlaces#find]
public record GroundedPlan(Plan plan, List<Place> places) {

  public GroundedPlan {
    places = List.copyOf(places);
  }
}
