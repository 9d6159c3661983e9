package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.TravelMode;
import app.oddiya.domain.planning.routing.TravelMatrix;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.util.List;

/// Ways as the crow flies: a kilometre at most on foot in up to 15 minutes, farther by car at 30
/// km/h. Safe for concurrent use.
public final class MemoryTravelTimes implements TravelTimes {

  private static final double METERS_A_MINUTE_ON_FOOT = 1000.0 / 15;
  private static final double METERS_A_MINUTE_BY_CAR = 500;

  @Override
  public TravelMatrix between(List<GeoPoint> points, Deadline deadline) {
    return new TravelMatrix(
        points.stream()
            .map(from -> points.stream().map(to -> leg(from.metersTo(to))).toList())
            .toList());
  }

  private static Leg leg(double meters) {
    boolean walked = meters <= 1000;
    double speed = walked ? METERS_A_MINUTE_ON_FOOT : METERS_A_MINUTE_BY_CAR;
    return new Leg(
        walked ? TravelMode.WALK : TravelMode.CAR,
        (int) Math.ceil(meters / speed),
        (int) Math.ceil(meters),
        true);
  }
}
