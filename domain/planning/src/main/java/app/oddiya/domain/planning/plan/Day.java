package app.oddiya.domain.planning.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One day of a plan.
///
/// @param stops in the order of their visits
/// @param freeHours meals that have time but no place
/// @param legToLodging the way back, where the request names a lodging
public record Day(
    LocalDate date,
    DayWeather weather,
    List<Stop> stops,
    List<FreeHours> freeHours,
    Optional<Leg> legToLodging) {

  public Day {
    stops = List.copyOf(stops);
    freeHours = List.copyOf(freeHours);
  }

  /// A day of which nothing is known or planned.
  public static Day empty(LocalDate date) {
    return new Day(date, new DayWeather.Unknown(), List.of(), List.of(), Optional.empty());
  }

  /// The same day on another date, whose weather is another.
  public Day on(LocalDate another) {
    return another.equals(date)
        ? this
        : new Day(another, new DayWeather.Unknown(), stops, freeHours, legToLodging);
  }

  /// The stops of several days, one after another.
  public static List<Stop> stopsOf(List<Day> days) {
    return days.stream().flatMap(day -> day.stops.stream()).toList();
  }
}
