package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.TravelMode;
import app.oddiya.domain.planning.routing.TravelMatrix;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/// Ways computed from positions alone: the great circle, made longer by a detour factor, at the
/// speed of the mode that people take there. Every leg is marked as estimated.
///
/// Short ways are walked. Longer ones are made by public transport inside the two cities that have
/// an underground of several lines, and by car or taxi elsewhere, where buses are few. Detour
/// factors of real street networks lie between 1.2 and 1.4 (Boscoe, Henry and Zdeb 2012: 1.417 in
/// the mean; 1.3 for cities on grids). The speeds are judgements, set so that ways that are well
/// known come out right to a quarter: from Gwanghwamun to Lotte World Tower 50 minutes by
/// underground, from Haeundae to Jagalchi 55, from Seongsan to the airport of Jeju 70 by car.
final class EstimatedTravelTimes implements TravelTimes {

  private static final double DETOUR = 1.3;

  private static final double WALKED_METERS = 1_300;
  private static final Speed WALK = new Speed(TravelMode.WALK, 4.2, 0);
  private static final Speed UNDERGROUND = new Speed(TravelMode.TRANSIT, 28, 12);
  private static final Speed CITY_CAR = new Speed(TravelMode.CAR, 25, 6);
  private static final Speed COUNTRY_CAR = new Speed(TravelMode.CAR, 45, 6);

  private static final Speed MOTORWAY = new Speed(TravelMode.CAR, 85, 20);
  private static final Speed FLIGHT = new Speed(TravelMode.TRANSIT, 500, 240);

  /// Beyond these a car is on country roads, and on motorways.
  private static final double CITY_METERS = 8_000;

  private static final double COUNTRY_METERS = 60_000;

  /// Jeju, which no road leads to and which has no motorway.
  private static final Region ISLAND = new Region(new GeoPoint(33.38, 126.55), 60_000);

  private static final List<Region> UNDERGROUNDS =
      List.of(
          new Region(new GeoPoint(37.5665, 126.978), 30_000),
          new Region(new GeoPoint(35.16, 129.06), 22_000));

  /// @param overhead minutes to the stop and of waiting, or to find the car and park it
  private record Speed(TravelMode mode, double kmPerHour, int overhead) {

    Leg over(double meters) {
      int minutes = overhead + (int) Math.ceil(meters / 1000 / kmPerHour * 60);
      return new Leg(mode, minutes, (int) Math.round(meters), true);
    }
  }

  private record Region(GeoPoint center, double radiusMeters) {
    boolean holds(GeoPoint point) {
      return center.metersTo(point) <= radiusMeters;
    }
  }

  @Override
  public TravelMatrix between(List<GeoPoint> points, Deadline deadline) {
    List<List<Leg>> rows = new ArrayList<>(points.size());
    for (GeoPoint from : points) {
      List<Leg> row = new ArrayList<>(points.size());
      for (GeoPoint to : points) {
        row.add(leg(from, to));
      }
      rows.add(row);
    }
    return new TravelMatrix(rows);
  }

  private static Leg leg(GeoPoint from, GeoPoint to) {
    double meters = from.metersTo(to) * DETOUR;
    return speed(from, to, meters).over(meters);
  }

  private static Speed speed(GeoPoint from, GeoPoint to, double meters) {
    if (meters <= WALKED_METERS) {
      return WALK;
    }
    if (UNDERGROUNDS.stream().anyMatch(city -> city.holds(from) && city.holds(to))) {
      return UNDERGROUND;
    }
    if (ISLAND.holds(from) != ISLAND.holds(to)) {
      return FLIGHT;
    }
    if (meters <= CITY_METERS) {
      return CITY_CAR;
    }
    return meters <= COUNTRY_METERS || ISLAND.holds(from) ? COUNTRY_CAR : MOTORWAY;
  }
}
