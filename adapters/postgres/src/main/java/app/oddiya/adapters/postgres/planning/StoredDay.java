package app.oddiya.adapters.postgres.planning;

import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.Leg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One day in the column `days`: all of it but its stops, which are rows of their own.
record StoredDay(
    LocalDate date, DayWeather weather, List<FreeHours> freeHours, Optional<Leg> legToLodging) {

  static List<StoredDay> of(List<Day> days) {
    return days.stream()
        .map(day -> new StoredDay(day.date(), day.weather(), day.freeHours(), day.legToLodging()))
        .toList();
  }

  /// Puts the stops back where they belong.
  ///
  /// @param details in the order of their positions
  static List<Day> withStops(List<StoredDay> days, List<Detail> details) {
    List<Day> whole = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      int number = i + 1;
      StoredDay day = days.get(i);
      whole.add(
          new Day(
              day.date(),
              day.weather(),
              details.stream().filter(each -> each.day() == number).map(Detail::toStop).toList(),
              day.freeHours(),
              day.legToLodging()));
    }
    return whole;
  }
}
