package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Place;
import java.util.Arrays;
import java.util.List;

/// The places of the catalogue, in the order of its files.
record Catalogue(List<Place> places) {

  Catalogue {
    places = List.copyOf(places);
  }

  static Catalogue read() {
    return new Catalogue(
        Arrays.stream(City.values())
            .flatMap(city -> Resources.jsonLines(city.file(), CatalogueLine.class).stream())
            .map(CatalogueLine::place)
            .toList());
  }
}
