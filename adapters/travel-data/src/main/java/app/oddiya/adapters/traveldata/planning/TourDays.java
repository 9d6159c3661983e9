package app.oddiya.adapters.traveldata.planning;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/// Days of the week in Korean: the first characters of their names, in the order of the week.
final class TourDays {

  private static final String NAMES = "월화수목금토일";

  private TourDays() {}

  static DayOfWeek of(String name) {
    return DayOfWeek.of(NAMES.indexOf(name.charAt(0)) + 1);
  }

  /// From one day to another, also across the end of the week.
  static Set<DayOfWeek> between(DayOfWeek first, DayOfWeek last) {
    Set<DayOfWeek> days = EnumSet.of(first);
    for (DayOfWeek day = first; day != last; day = day.plus(1)) {
      days.add(day.plus(1));
    }
    return days;
  }
}
