package app.oddiya.adapters.memory.video;

import app.oddiya.domain.testkit.contract.TripsContract;
import app.oddiya.domain.video.film.TripOutline;
import app.oddiya.domain.video.job.Trips;

class MemoryTripsTest implements TripsContract {

  private final MemoryTrips trips = new MemoryTrips();

  @Override
  public Trips trips() {
    return trips;
  }

  @Override
  public String planned(TripOutline trip) {
    trips.put(OWNER, "1", trip);
    return "1";
  }
}
