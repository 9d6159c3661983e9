package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Replacement;
import java.util.Set;

/// What came of giving a day other stops.
public sealed interface DayEdit {

  record Judged(Replacement replacement) implements DayEdit {}

  /// Nothing is stored, as no provider knows these places.
  record UnknownPlaces(Set<PlaceId> places) implements DayEdit {
    public UnknownPlaces {
      places = Set.copyOf(places);
    }
  }
}
