package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.shared.GeoPoint;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Positions as providers write them: two texts, in degrees.
final class Positions {

  private Positions() {}

  /// The position; empty for anything that is none, and for 0/0, where nothing is but mistakes.
  static Optional<GeoPoint> read(@Nullable String lat, @Nullable String lng) {
    if (lat == null || lng == null) {
      return Optional.empty();
    }
    try {
      GeoPoint position = new GeoPoint(Double.parseDouble(lat), Double.parseDouble(lng));
      return position.lat() == 0 && position.lng() == 0 ? Optional.empty() : Optional.of(position);
    } catch (IllegalArgumentException noPosition) {
      return Optional.empty();
    }
  }

  /// Degrees to a centimetre, never in powers of ten.
  static String write(double degrees) {
    return String.format(Locale.ROOT, "%.7f", degrees);
  }
}
