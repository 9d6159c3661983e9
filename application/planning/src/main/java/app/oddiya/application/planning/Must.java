package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Verdict;
import java.util.Optional;

/// Whether a must-visit is in a plan.
///
/// @param name as the plan calls it
/// @param place in the plan, if it is there
record Must(String name, Verdict there, Optional<PlaceId> place) {

  static Must planned(Place place, Language language) {
    return new Must(place.names().in(language), Verdict.PASS, Optional.of(place.id()));
  }

  static Must missing(String name) {
    return new Must(name, Verdict.FAIL, Optional.empty());
  }
}
