package app.oddiya.apps.local;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/// When the demo travels.
///
/// @param start its first day
record TripDates(LocalDate start) {

  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

  /// Ten days into the next month: far enough ahead to be a plan, and another month each month.
  static TripDates nextMonth() {
    return new TripDates(YearMonth.now(Clock.system(KOREA)).plusMonths(1).atDay(10));
  }

  LocalDate end(int days) {
    return start.plusDays(days - 1L);
  }
}
