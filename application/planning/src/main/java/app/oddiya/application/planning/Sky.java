package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The weather over the days of a plan that is made already, each where it is spent.
final class Sky {

  /// The weather of one place is that of another so near.
  private static final double SAME_SKY_METERS = 25_000;

  private static final Duration AT_MOST = Duration.ofSeconds(3);

  private final Weather weather;
  private final InstantSource clock;

  Sky(Weather weather, InstantSource clock) {
    this.weather = weather;
    this.clock = clock;
  }

  /// @param planned the places of each day
  /// @return an entry for every day with a place that anything is known of
  Map<LocalDate, DayWeather> over(SequencedMap<LocalDate, List<Place>> planned, Deadline deadline) {
    Map<GeoPoint, List<LocalDate>> spent = new LinkedHashMap<>();
    planned.forEach(
        (date, places) -> {
          if (!places.isEmpty()) {
            GeoPoint middle = GeoPoint.middleOf(places.stream().map(Place::position).toList());
            GeoPoint near =
                spent.keySet().stream()
                    .filter(each -> each.metersTo(middle) <= SAME_SKY_METERS)
                    .findFirst()
                    .orElse(middle);
            spent.computeIfAbsent(near, _ -> new ArrayList<>()).add(date);
          }
        });
    Map<LocalDate, DayWeather> sky = new HashMap<>();
    Deadline soon = deadline.atMost(AT_MOST, clock);
    spent.forEach((at, dates) -> sky.putAll(forecast(at, dates, soon)));
    return sky;
  }

  /// A sky that cannot be asked about is one that is not known.
  private Map<LocalDate, DayWeather> forecast(
      GeoPoint at, List<LocalDate> dates, Deadline deadline) {
    try {
      return weather.forecast(at, dates, deadline);
    } catch (Unavailable noForecastNow) {
      return Map.of();
    }
  }
}
