package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a provider that cannot be asked for an id has shown of late. Bounded, and nothing in it is
/// older than a day. Safe for concurrent use.
final class ShownPlaces {

  private static final int MOST = 10_000;
  private static final Duration OLDEST = Duration.ofHours(24);

  private final InstantSource clock;
  private final Map<PlaceId, Place> places = new LinkedHashMap<>();

  ShownPlaces(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void add(Collection<Place> shown) {
    for (Place place : shown) {
      // Taken out first, so that it becomes the youngest.
      places.remove(place.id());
      places.put(place.id(), place);
    }
    var oldestFirst = places.keySet().iterator();
    while (places.size() > MOST) {
      oldestFirst.next();
      oldestFirst.remove();
    }
  }

  synchronized Optional<Place> find(PlaceId id) {
    Instant since = clock.instant().minus(OLDEST);
    return Optional.ofNullable(places.get(id))
        .filter(place -> place.source().fetchedAt().isAfter(since));
  }
}
