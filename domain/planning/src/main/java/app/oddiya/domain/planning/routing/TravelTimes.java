package app.oddiya.domain.planning.routing;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.util.List;

/// How long it takes to get about, by the mode that a traveller would take.
public interface TravelTimes {

  /// The ways between all of `points`, each to each. Asked for at once, so that a provider of
  /// routes may answer for many pairs in one call and estimate the rest.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if the provider does not answer in time
  TravelMatrix between(List<GeoPoint> points, Deadline deadline);
}
