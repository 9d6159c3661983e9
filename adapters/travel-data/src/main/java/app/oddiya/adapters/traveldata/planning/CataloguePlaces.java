package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The catalogue as a provider. It is in memory, so it is never down.
final class CataloguePlaces implements Places {

  /// A name of fewer characters is inside too many texts to be meant by them.
  private static final int TELLING = 3;

  private static final int NO_MATCH = 4;

  private final List<Place> places;
  private final Map<PlaceId, Place> byId;

  CataloguePlaces(Catalogue catalogue) {
    places = catalogue.places();
    byId = places.stream().collect(Collectors.toUnmodifiableMap(Place::id, Function.identity()));
  }

  @Override
  public Optional<Area> area(String name, Deadline deadline) {
    return Arrays.stream(City.values())
        .filter(city -> city.isCalled(name))
        .map(City::area)
        .findFirst();
  }

  @Override
  public List<Place> in(Area area, Deadline deadline) {
    return places.stream().filter(place -> area.contains(place.position())).toList();
  }

  @Override
  public Optional<Place> find(PlaceId id, Deadline deadline) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<Place> named(String text, Deadline deadline) {
    String wanted = Spelling.plain(text);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return places.stream()
        .map(place -> new Match(place, mismatch(place, wanted)))
        .filter(match -> match.mismatch() < NO_MATCH)
        .sorted(
            Comparator.comparingInt(Match::mismatch)
                .thenComparingInt(match -> match.place().names().local().length())
                .thenComparing(match -> match.place().id().id()))
        .map(Match::place)
        .toList();
  }

  @Override
  public Optional<Place> refresh(Place held, Deadline deadline) {
    return find(held.id(), deadline);
  }

  @Override
  public Page<Place> search(PlaceQuery query, Page.Request page, Deadline deadline) {
    List<Place> called = query.text().map(text -> named(text, deadline)).orElse(places);
    return PlaceSearch.page(query.narrow(called), page);
  }

  private record Match(Place place, int mismatch) {}

  private static int mismatch(Place place, String wanted) {
    return place.names().all().mapToInt(name -> mismatch(name, wanted)).min().orElse(NO_MATCH);
  }

  private static int mismatch(String name, String wanted) {
    String plain = Spelling.plain(name);
    if (plain.equals(wanted)) {
      return 0;
    }
    if (plain.startsWith(wanted)) {
      return 1;
    }
    if (plain.contains(wanted)) {
      return 2;
    }
    return plain.length() >= TELLING && wanted.contains(plain) ? 3 : NO_MATCH;
  }
}
