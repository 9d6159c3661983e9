package app.oddiya.domain.shared;

import java.util.List;

/// A position on the earth in WGS 84 degrees.
///
/// @param lat degrees north, -90..90
/// @param lng degrees east, -180..180
public record GeoPoint(double lat, double lng) {

  /// Mean earth radius R1 of the GRS 80 ellipsoid, in metres (Moritz 1980).
  private static final double EARTH_RADIUS_METERS = 6_371_008.8;

  public GeoPoint {
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException("lat: " + lat + " (expected: -90..90)");
    }
    if (!(lng >= -180 && lng <= 180)) {
      throw new IllegalArgumentException("lng: " + lng + " (expected: -180..180)");
    }
  }

  /// The mean of points that lie close together, and not on both sides of the 180th degree.
  ///
  /// @param points at least one
  public static GeoPoint middleOf(List<GeoPoint> points) {
    return new GeoPoint(
        points.stream().mapToDouble(GeoPoint::lat).average().orElseThrow(),
        points.stream().mapToDouble(GeoPoint::lng).average().orElseThrow());
  }

  /// Great-circle distance in metres, by the haversine formula.
  public double metersTo(GeoPoint other) {
    double dLat = Math.toRadians(other.lat - lat);
    double dLng = Math.toRadians(other.lng - lng);
    double sinLat = Math.sin(dLat / 2);
    double sinLng = Math.sin(dLng / 2);
    double a =
        sinLat * sinLat
            + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * sinLng * sinLng;
    return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
