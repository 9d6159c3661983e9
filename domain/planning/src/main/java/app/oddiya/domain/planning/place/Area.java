package app.oddiya.domain.planning.place;

import app.oddiya.domain.shared.GeoPoint;
import java.util.Optional;

/// Where a trip takes place: a circle, and its name if it has one.
///
/// @param radiusKm more than 0
public record Area(Optional<LocalText> name, GeoPoint center, double radiusKm) {

  public Area {
    if (!(radiusKm > 0)) {
      throw new IllegalArgumentException("radiusKm: " + radiusKm + " (expected: > 0)");
    }
  }

  public boolean contains(GeoPoint position) {
    return center.metersTo(position) <= radiusKm * 1000;
  }
}
