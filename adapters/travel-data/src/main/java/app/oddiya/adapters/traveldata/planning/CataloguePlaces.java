package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.NearSpelling;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The catalogue as a provider. It is in memory, so it is never down.
final class CataloguePlaces implements Places {

  private final List<Place> places;
  private final Map<PlaceId, Place> byId;

  CataloguePlaces(Catalogue catalogue) {
    places = catalogue.places();
    byId = places.stream().collect(Collectors.toUnmodifiableMap(Place::id, Function.identity()));
  }

  @Override
  public Optional<Area> area(String name, Deadline deadline) {
    return City.called(name);
  }

  @Override
  public List<String> areasSpelledLike(String name, Deadline deadline) {
    return City.spelledLike(name);
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
    return NameSearch.among(places, text);
  }

  @Override
  public List<String> placesSpelledLike(String text, Deadline deadline) {
    return NearSpelling.of(text, places.stream().flatMap(place -> place.names().all()));
  }

  @Override
  public Refreshing refresh(Place held, Deadline deadline) {
    return Refreshing.of(TravelDataModule.PROVIDER, held.id(), () -> find(held.id(), deadline));
  }

  @Override
  public FoundPlaces search(PlaceQuery query, Page.Request page, Deadline deadline) {
    List<Place> called = query.text().map(text -> named(text, deadline)).orElse(places);
    return PlaceSearch.found(query.narrow(called), page);
  }
}
