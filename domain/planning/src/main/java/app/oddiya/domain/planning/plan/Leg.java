package app.oddiya.domain.planning.plan;

/// The way from one stop to the next.
///
/// @param minutes door to door
/// @param meters of the way, not of the crow's flight
/// @param estimated computed from positions; false for a route that a provider named
public record Leg(TravelMode mode, int minutes, int meters, boolean estimated) {

  public Leg {
    if (minutes < 0 || meters < 0) {
      throw new IllegalArgumentException(
          "leg: " + minutes + " min, " + meters + " m (expected: >= 0)");
    }
  }
}
