package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.PlanRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A request of which is known what it means.
///
/// @param musts the places of the request's must-visits, in their order
/// @param interests those that some place is known to offer
/// @param budget in won, where there is a budget and a rate
record Wish(
    PlanRequest request,
    Area area,
    List<Place> musts,
    Set<Interest> interests,
    OptionalLong budget) {

  Wish {
    musts = List.copyOf(musts);
    interests = Set.copyOf(interests);
  }

  /// The text of `avoid` that means `place`, if any.
  Optional<String> avoided(Place place) {
    return request.avoid().stream().filter(place::isMeantBy).findFirst();
  }

  /// The interests that no place is known to offer, as written.
  static List<String> unmetInterests(PlanRequest request) {
    return request.interests().stream().filter(text -> Interest.parse(text).isEmpty()).toList();
  }
}
