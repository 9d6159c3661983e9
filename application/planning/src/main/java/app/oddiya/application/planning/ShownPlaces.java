package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The closed world of one generation: the places that a model has been shown, all of them records
/// that a provider gave out just now. Nothing else can be picked.
final class ShownPlaces {

  private final Survey survey;
  private final Map<PlaceId, Place> shown = new LinkedHashMap<>();

  ShownPlaces(Survey survey) {
    this.survey = survey;
  }

  void add(Collection<Place> places) {
    places.forEach(place -> shown.putIfAbsent(place.id(), place));
  }

  Optional<Place> find(PlaceId id) {
    return Optional.ofNullable(shown.get(id));
  }

  List<Place> all() {
    return List.copyOf(shown.values());
  }

  /// The survey with what has been found since.
  Survey survey() {
    Map<PlaceId, Place> known = new LinkedHashMap<>();
    survey.known().forEach(place -> known.put(place.id(), place));
    shown.forEach(known::putIfAbsent);
    return new Survey(
        survey.wish(),
        survey.purse(),
        new ArrayList<>(known.values()),
        survey.silent(),
        survey.sky());
  }
}
