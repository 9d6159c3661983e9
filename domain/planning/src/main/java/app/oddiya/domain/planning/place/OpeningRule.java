package app.oddiya.domain.planning.place;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/// One line of a timetable: on these days of the week, in this part of the year, open like this.
///
/// @param from first day of the season, inclusive
/// @param to last day of the season, inclusive; before `from` for one that spans the new year
/// @param days not empty
public record OpeningRule(MonthDay from, MonthDay to, Set<DayOfWeek> days, Window window) {

  public OpeningRule {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("days: none (expected: at least one)");
    }
  }

  /// Whether the season holds `date`, whatever its day of the week.
  boolean isInSeason(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    boolean begun = day.compareTo(from) >= 0;
    boolean lasts = day.compareTo(to) <= 0;
    return to.compareTo(from) >= 0 ? begun && lasts : begun || lasts;
  }
}
