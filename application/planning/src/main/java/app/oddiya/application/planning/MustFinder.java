package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.util.Map;
import java.util.Optional;

/// Finds the must-visits of a wish among the places of a plan that is made already.
///
/// @param planned the places of the plan
/// @param held records that we hold, of those places and of others
record MustFinder(Places places, Map<PlaceId, Place> planned, Map<PlaceId, Place> held) {

  Must find(MustVisit must, PlanRequest wish, Deadline deadline) {
    return switch (must) {
      case MustVisit.Known(var id) -> known(id, wish.language());
      case MustVisit.Called called -> called(called, wish.language(), deadline);
    };
  }

  private Must known(PlaceId id, Language language) {
    Place there = planned.get(id);
    if (there != null) {
      return Must.planned(there, language);
    }
    String name =
        Optional.ofNullable(held.get(id))
            .map(place -> place.names().in(language))
            .orElseGet(id::toString);
    return Must.missing(name);
  }

  /// A provider may know a place by more names than its record has, so it is asked where the plan's
  /// own records do not bear the name.
  private Must called(MustVisit.Called must, Language language, Deadline deadline) {
    Optional<Place> there =
        planned.values().stream().filter(place -> Naming.isOf(must, place)).findAny();
    if (there.isPresent()) {
      return Must.planned(there.get(), language);
    }
    try {
      return places.named(must.text(), deadline).stream()
          .filter(place -> planned.containsKey(place.id()))
          .findFirst()
          .map(place -> Must.planned(place, language))
          .orElseGet(() -> Must.missing(must.text()));
    } catch (Unavailable noAnswer) {
      return new Must(must.text(), Verdict.UNKNOWN, Optional.empty());
    }
  }
}
