package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A request of which is known what it means.
///
/// @param musts the places of the request's must-visits, in their order
/// @param notAsked those of them whose providers cannot be asked: they are taken as we hold them
/// @param interests those that some place is known to offer
/// @param budget in won, where there is a budget and a rate
record Wish(
    PlanRequest request,
    Area area,
    List<Place> musts,
    Set<PlaceId> notAsked,
    Set<Interest> interests,
    OptionalLong budget) {

  Wish {
    musts = oneRecordOfEach(musts);
    notAsked = Set.copyOf(notAsked);
    interests = Set.copyOf(interests);
  }

  /// A place may be wished for twice, by its name and by its id, and each is asked for by itself.
  private static List<Place> oneRecordOfEach(List<Place> musts) {
    Map<PlaceId, Place> records = new HashMap<>();
    musts.forEach(must -> records.putIfAbsent(must.id(), must));
    return musts.stream().map(must -> records.getOrDefault(must.id(), must)).toList();
  }

  /// The text of `avoid` that means `place`, if any.
  Optional<String> avoided(Place place) {
    return request.avoid().stream().filter(place::isMeantBy).findFirst();
  }

  /// The interests that no place is known to offer, as written.
  static List<String> unmetInterests(PlanRequest request) {
    return request.interests().stream().filter(text -> Interest.parse(text).isEmpty()).toList();
  }

  /// The price of a visit for the party, in won; a price that nobody names counts as nothing.
  Money priceOf(Place place) {
    return place
        .admission()
        .flatMap(price -> price.of(request.party().adults(), request.party().children()))
        .orElse(Money.won(0));
  }

  /// Where every day begins and ends: at the lodging. Without one it may begin and end anywhere at
  /// the destination; but when a must-visit lies outside, the way there and back has to fit in too.
  Optional<GeoPoint> base() {
    return request.lodging().or(() -> isExcursion(musts) ? Optional.of(area.center()) : none());
  }

  boolean isExcursion(List<Place> visited) {
    return visited.stream().anyMatch(place -> !area.contains(place.position()));
  }

  /// The same with another request, which changes nothing about what its parts mean.
  Wish as(PlanRequest other, List<Place> otherMusts, OptionalLong otherBudget) {
    return new Wish(other, area, otherMusts, notAsked, interests, otherBudget);
  }

  private static Optional<GeoPoint> none() {
    return Optional.empty();
  }
}
