package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.routing.Appeal;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a destination has to offer beside a plan.
///
/// @param offered what was asked for before, so that it is asked for once
/// @param visits those of the plan
record Alternatives(
    Places places,
    Map<Area, List<Place>> offered,
    PlanRequest wish,
    List<EditedVisit> visits,
    Deadline deadline) {

  /// More are not worth the time: the best by appeal and nearness come first.
  private static final int MOST = 30;

  /// Around a plan whose destination no provider knows any more.
  private static final double USUAL_RADIUS_KM = 15;

  /// Places of a kind, the better ones first, or those of a name, best match first.
  List<Place> called(String name) {
    Optional<Category> kind = Naming.kind(name);
    if (kind.isPresent()) {
      return best(place -> place.category() == kind.get(), middle());
    }
    List<Place> named = places.named(name, deadline);
    Optional<Area> area = area();
    return named.stream()
        .filter(place -> area.isPresent() && area.get().contains(place.position()))
        .findFirst()
        .or(() -> named.stream().findFirst())
        .map(List::of)
        .orElse(List.of());
  }

  /// Places that suit, the more appealing and nearer first.
  List<Place> best(Predicate<Place> suits, GeoPoint near) {
    Area around = area().orElseGet(() -> new Area(Optional.empty(), middle(), USUAL_RADIUS_KM));
    return offered.computeIfAbsent(around, area -> places.in(area, deadline)).stream()
        .filter(suits)
        .filter(place -> !isPlanned(place) && avoided(place).isEmpty())
        .filter(place -> place.category() != Category.BAR || wish.party().children() == 0)
        .sorted(
            Comparator.comparingDouble(
                    (Place place) -> near.metersTo(place.position()) / 100 - appeal(place))
                .thenComparing(place -> place.id().toString()))
        .limit(MOST)
        .toList();
  }

  private Optional<Area> area() {
    return switch (wish.destination()) {
      case Destination.Named(var name) -> places.area(name, deadline);
      case Destination.Around(var position, var radiusKm) ->
          Optional.of(new Area(Optional.empty(), position, radiusKm));
    };
  }

  GeoPoint middle() {
    return visits.isEmpty()
        ? area().map(Area::center).orElseGet(() -> new GeoPoint(0, 0))
        : middle(visits);
  }

  static GeoPoint middle(List<EditedVisit> visits) {
    return GeoPoint.middleOf(visits.stream().map(visit -> visit.place().position()).toList());
  }

  boolean isPlanned(Place place) {
    return visits.stream().anyMatch(visit -> visit.place().id().equals(place.id()));
  }

  /// The text of the wish by which a place is to be avoided, if any.
  Optional<String> avoided(Place place) {
    return wish.avoid().stream().filter(place::isMeantBy).findFirst();
  }

  int appeal(Place place) {
    return Appeal.of(place, interests());
  }

  private Set<Interest> interests() {
    return wish.interests().stream()
        .flatMap(text -> Interest.parse(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
