package app.oddiya.domain.planning.place;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/// Closed on, say, the first and third Monday of each month.
///
/// @param weeks 1..5 counted from the start of the month, or [#LAST]
/// @param months in which this holds; empty for all
public record MonthlyClosure(Set<Integer> weeks, DayOfWeek day, Set<Month> months) {

  public static final int LAST = -1;

  public MonthlyClosure {
    weeks = Set.copyOf(weeks);
    months = Set.copyOf(months);
    if (weeks.isEmpty() || weeks.stream().anyMatch(week -> week < LAST || week == 0 || week > 5)) {
      throw new IllegalArgumentException("weeks: " + weeks + " (expected: some of -1, 1..5)");
    }
  }

  boolean holds(LocalDate date) {
    if (date.getDayOfWeek() != day || !(months.isEmpty() || months.contains(date.getMonth()))) {
      return false;
    }
    int week = (date.getDayOfMonth() - 1) / 7 + 1;
    boolean last = date.getMonth() != date.plusWeeks(1).getMonth();
    return weeks.contains(week) || (last && weeks.contains(LAST));
  }
}
