package app.oddiya.domain.planning.place;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// When a place is open, as far as a source says so.
///
/// Nothing is filled in: a day that no rule covers and no closing day names is unknown, and so is a
/// holiday that the source is silent about where that makes a difference.
public sealed interface OpeningHours {

  /// The hours of one date.
  DayHours on(LocalDate date, Holidays holidays);

  /// Where the hours come from; empty exactly if there are none.
  Optional<Evidence> evidence();

  /// No source names hours.
  record Unpublished() implements OpeningHours {
    @Override
    public DayHours on(LocalDate date, Holidays holidays) {
      return new DayHours.Unknown(DayHours.Reason.NOT_PUBLISHED);
    }

    @Override
    public Optional<Evidence> evidence() {
      return Optional.empty();
    }
  }

  /// A beach, a street, a square: no gate to close.
  record Always(Evidence from) implements OpeningHours {

    private static final DayHours ALL_DAY =
        new DayHours.Open(List.of(new Window(0, 1440, OptionalInt.empty())));

    @Override
    public DayHours on(LocalDate date, Holidays holidays) {
      return ALL_DAY;
    }

    @Override
    public Optional<Evidence> evidence() {
      return Optional.of(from);
    }
  }

  /// What happens on a public holiday.
  enum OnHolidays {
    /// Not said: as usual, but for a holiday on a closing day, which is unknown.
    UNSTATED,
    /// Open even on a closing day.
    OPEN,
    /// Open even on a closing day, and closed on the next day or the next working day instead.
    OPEN_THEN_CLOSED,
    CLOSED
  }

  /// What happens at Seollal and Chuseok.
  enum OnFestivals {
    UNSTATED,
    OPEN,
    /// Closed on the day itself; of the days beside it sources differ in what they mean.
    CLOSED
  }

  /// A timetable.
  ///
  /// @param rules several may cover one date: lunch and dinner, or a market and its night market
  /// @param closedDays the days of the week on which it says it is closed
  /// @param closedDates the days of the year on which it says it is closed
  record Timetable(
      List<OpeningRule> rules,
      Set<DayOfWeek> closedDays,
      Set<MonthDay> closedDates,
      List<MonthlyClosure> closedMonthly,
      OnHolidays onHolidays,
      OnFestivals onFestivals,
      Evidence from)
      implements OpeningHours {

    public Timetable {
      rules = List.copyOf(rules);
      closedDays = Set.copyOf(closedDays);
      closedDates = Set.copyOf(closedDates);
      closedMonthly = List.copyOf(closedMonthly);
    }

    @Override
    public Optional<Evidence> evidence() {
      return Optional.of(from);
    }

    @Override
    public DayHours on(LocalDate date, Holidays holidays) {
      if (closedDates.contains(MonthDay.from(date))
          || closedMonthly.stream().anyMatch(closure -> closure.holds(date))) {
        return new DayHours.Closed();
      }
      return switch (holidays.on(date)) {
        case ORDINARY -> onOrdinaryDay(date, holidays);
        case PUBLIC_HOLIDAY -> onHoliday(date, holidays);
        case SEOLLAL_OR_CHUSEOK ->
            switch (onFestivals) {
              case OPEN -> onHoliday(date, holidays);
              case CLOSED -> new DayHours.Closed();
              case UNSTATED -> new DayHours.Unknown(DayHours.Reason.HOLIDAY);
            };
        case BESIDE_SEOLLAL_OR_CHUSEOK ->
            onFestivals == OnFestivals.OPEN
                ? onHoliday(date, holidays)
                : new DayHours.Unknown(DayHours.Reason.HOLIDAY);
        case UNKNOWN ->
            closedDays.contains(date.getDayOfWeek()) && onHolidays == OnHolidays.UNSTATED
                ? new DayHours.Closed()
                : new DayHours.Unknown(DayHours.Reason.BEYOND_CALENDAR);
      };
    }

    private DayHours onOrdinaryDay(LocalDate date, Holidays holidays) {
      if (onHolidays == OnHolidays.OPEN_THEN_CLOSED) {
        if (isHolidayOnClosingDay(date.minusDays(1), holidays)) {
          return isWeekend(date)
              ? new DayHours.Unknown(DayHours.Reason.HOLIDAY)
              : new DayHours.Closed();
        }
        if (isFirstWorkingDayAfterOne(date, holidays)) {
          return new DayHours.Unknown(DayHours.Reason.HOLIDAY);
        }
      }
      return closedDays.contains(date.getDayOfWeek())
          ? new DayHours.Closed()
          : byRules(date, date.getDayOfWeek());
    }

    private DayHours onHoliday(LocalDate date, Holidays holidays) {
      boolean closingDay = closedDays.contains(date.getDayOfWeek());
      return switch (onHolidays) {
        case CLOSED -> new DayHours.Closed();
        case UNSTATED ->
            closingDay
                ? new DayHours.Unknown(DayHours.Reason.HOLIDAY)
                : byRules(date, date.getDayOfWeek());
        // On such a day the hours of a Sunday are the ones that a notice means.
        case OPEN -> byRules(date, closingDay ? DayOfWeek.SUNDAY : date.getDayOfWeek());
        case OPEN_THEN_CLOSED ->
            isHolidayOnClosingDay(date.minusDays(1), holidays)
                ? new DayHours.Unknown(DayHours.Reason.HOLIDAY)
                : byRules(date, closingDay ? DayOfWeek.SUNDAY : date.getDayOfWeek());
      };
    }

    private boolean isHolidayOnClosingDay(LocalDate date, Holidays holidays) {
      return closedDays.contains(date.getDayOfWeek()) && isHoliday(holidays.on(date));
    }

    /// Whether only holidays and weekends lie between `date` and a holiday on a closing day: "the
    /// next day" and "the next working day" then mean different days.
    private boolean isFirstWorkingDayAfterOne(LocalDate date, Holidays holidays) {
      LocalDate before = date.minusDays(1);
      while (isWeekend(before) || isHoliday(holidays.on(before))) {
        if (isHolidayOnClosingDay(before, holidays)) {
          return true;
        }
        before = before.minusDays(1);
      }
      return false;
    }

    private DayHours byRules(LocalDate date, DayOfWeek as) {
      List<Window> windows =
          rules.stream()
              .filter(rule -> rule.isInSeason(date) && rule.days().contains(as))
              .map(OpeningRule::window)
              .toList();
      return windows.isEmpty()
          ? new DayHours.Unknown(DayHours.Reason.NOT_PUBLISHED)
          : new DayHours.Open(windows);
    }

    private static boolean isWeekend(LocalDate date) {
      return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isHoliday(DayKind kind) {
      return switch (kind) {
        case PUBLIC_HOLIDAY, SEOLLAL_OR_CHUSEOK, BESIDE_SEOLLAL_OR_CHUSEOK -> true;
        case ORDINARY, UNKNOWN -> false;
      };
    }
  }
}
