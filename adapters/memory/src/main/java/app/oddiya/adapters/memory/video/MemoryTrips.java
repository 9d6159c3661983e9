package app.oddiya.adapters.memory.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.film.TripOutline;
import app.oddiya.domain.video.job.Trips;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Plans in memory. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryTrips implements Trips {

  private final Map<Key, TripOutline> trips = new ConcurrentHashMap<>();

  public void put(UserId owner, String planId, TripOutline trip) {
    trips.put(new Key(owner, planId), trip);
  }

  @Override
  public Optional<TripOutline> find(UserId owner, String planId, Deadline deadline) {
    return Optional.ofNullable(trips.get(new Key(owner, planId)));
  }

  private record Key(UserId owner, String planId) {}
}
