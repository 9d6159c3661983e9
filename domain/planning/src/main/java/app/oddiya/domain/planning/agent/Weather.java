package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What the sky will do.
public interface Weather {

  /// The weather of each of `dates` at a place; for those that no forecast reaches what is usual,
  /// [DayWeather.Unknown] where nobody knows that either.
  ///
  /// @return an entry for every date, and no other
  /// @throws app.oddiya.domain.shared.Unavailable if the provider does not answer in time
  Map<LocalDate, DayWeather> forecast(GeoPoint at, List<LocalDate> dates, Deadline deadline);
}
