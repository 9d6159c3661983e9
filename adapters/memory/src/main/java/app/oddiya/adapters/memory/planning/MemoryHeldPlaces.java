package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Held records in maps: those that were shown, and what stops have told. Deadlines are not looked
/// at. Safe for concurrent use.
public final class MemoryHeldPlaces implements HeldPlaces {

  private final Map<PlaceId, Place> places = new ConcurrentHashMap<>();
  private final Map<PlaceId, Place> ofStops = new ConcurrentHashMap<>();

  @Override
  public void remember(List<Place> shown, Deadline deadline) {
    for (Place place : shown) {
      places.merge(place.id(), place, MemoryHeldPlaces::younger);
    }
  }

  /// What the stops of a plan that is stored tell of their places.
  void rememberStopsOf(Trip trip) {
    trip.stops().stream()
        .map(Stop::place)
        .forEach(place -> ofStops.merge(place.id(), place, MemoryHeldPlaces::younger));
  }

  private static Place younger(Place held, Place shown) {
    return shown.source().fetchedAt().isBefore(held.source().fetchedAt()) ? held : shown;
  }

  @Override
  public Map<PlaceId, Place> find(Set<PlaceId> ids, Deadline deadline) {
    Map<PlaceId, Place> found = new HashMap<>();
    for (PlaceId id : ids) {
      Place place = places.getOrDefault(id, ofStops.get(id));
      if (place != null) {
        found.put(id, place);
      }
    }
    return found;
  }
}
