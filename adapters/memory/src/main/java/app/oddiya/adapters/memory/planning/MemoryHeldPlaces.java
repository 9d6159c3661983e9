package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.shared.Deadline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Held records in a map.
public final class MemoryHeldPlaces implements HeldPlaces {

  private final Map<PlaceId, Place> places = new ConcurrentHashMap<>();

  @Override
  public void remember(List<Place> shown, Deadline deadline) {
    for (Place place : shown) {
      places.merge(place.id(), place, MemoryHeldPlaces::younger);
    }
  }

  private static Place younger(Place held, Place shown) {
    return shown.source().fetchedAt().isBefore(held.source().fetchedAt()) ? held : shown;
  }

  @Override
  public Map<PlaceId, Place> find(Set<PlaceId> ids, Deadline deadline) {
    Map<PlaceId, Place> found = new HashMap<>();
    for (PlaceId id : ids) {
      Place place = places.get(id);
      if (place != null) {
        found.put(id, place);
      }
    }
    return found;
  }
}
