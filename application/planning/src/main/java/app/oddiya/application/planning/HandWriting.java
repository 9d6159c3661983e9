package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Plan;
import java.util.Set;

/// What came of writing a plan by hand.
public sealed interface HandWriting {

  record Stored(Plan plan) implements HandWriting {}

  /// Nothing is stored, as no provider knows these places.
  record UnknownPlaces(Set<PlaceId> places) implements HandWriting {
    public UnknownPlaces {
      places = Set.copyOf(places);
    }
  }
}
