package app.oddiya.domain.planning.plan;

import app.oddiya.domain.shared.GeoPoint;

/// Where a traveller wants to go, in their own words.
public sealed interface Destination {

  /// @param name a city or a region, in any of the four languages
  record Named(String name) implements Destination {
    public Named {
      if (name.isBlank()) {
        throw new IllegalArgumentException("name: blank (expected: a text)");
      }
    }
  }

  /// @param radiusKm more than 0
  record Around(GeoPoint position, double radiusKm) implements Destination {
    public Around {
      if (!(radiusKm > 0)) {
        throw new IllegalArgumentException("radiusKm: " + radiusKm + " (expected: > 0)");
      }
    }
  }
}
