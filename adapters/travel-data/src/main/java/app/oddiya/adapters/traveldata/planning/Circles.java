package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.shared.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Covers an area that is wider than a provider's widest circle by several of these.
final class Circles {

  /// Two rings around the middle one. Of a wider area its middle is covered: nobody crosses more
  /// than a hundred kilometres for every stop.
  private static final int MOST = 19;

  private static final double METERS_PER_DEGREE = 111_195;

  private Circles() {}

  /// Circles that leave no gap, the ones nearest to the middle first.
  ///
  /// @param widestMeters the longest radius of one
  static List<Area> covering(Area area, int widestMeters) {
    double radius = area.radiusKm() * 1000;
    if (radius <= widestMeters) {
      return List.of(new Area(Optional.empty(), area.center(), area.radiusKm()));
    }
    // The centres of circles that cover the plane with the fewest are a triangular lattice.
    double step = widestMeters * Math.sqrt(3);
    double row = step * Math.sqrt(3) / 2;
    int rows = (int) Math.ceil((radius + widestMeters) / row);
    int columns = (int) Math.ceil((radius + widestMeters) / step) + 1;
    List<Area> circles = new ArrayList<>();
    for (int i = -rows; i <= rows; i++) {
      for (int j = -columns; j <= columns; j++) {
        double north = i * row;
        double east = (j + (i % 2 == 0 ? 0 : 0.5)) * step;
        if (Math.hypot(north, east) < radius + widestMeters) {
          circles.add(
              new Area(Optional.empty(), moved(area.center(), north, east), widestMeters / 1000.0));
        }
      }
    }
    circles.sort(Comparator.comparingDouble(it -> it.center().metersTo(area.center())));
    return circles.subList(0, Math.min(MOST, circles.size()));
  }

  private static GeoPoint moved(GeoPoint from, double north, double east) {
    double lat = Math.clamp(from.lat() + north / METERS_PER_DEGREE, -89, 89);
    double lng = from.lng() + east / METERS_PER_DEGREE / Math.cos(Math.toRadians(lat));
    return new GeoPoint(lat, Math.IEEEremainder(lng, 360));
  }
}
