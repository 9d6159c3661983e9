package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Evidence;
import app.oddiya.domain.planning.place.MonthlyClosure;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.OpeningRule;
import app.oddiya.domain.planning.place.Window;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The hours of a line of the catalogue.
record CatalogueHours(
    @Nullable List<Rule> rules,
    List<String> closedDays,
    List<String> closedDates,
    @Nullable List<Monthly> closedMonthly,
    @Nullable String onHolidays,
    String seollalChuseok,
    @Nullable Boolean alwaysOpen,
    @Nullable String doubt,
    @Nullable String note) {

  private static final MonthDay LAST_OF_FEBRUARY = MonthDay.of(2, 29);

  record Rule(
      @Nullable String from,
      @Nullable String to,
      List<String> days,
      String open,
      String close,
      @Nullable String lastAdmission) {

    OpeningRule openingRule() {
      return new OpeningRule(
          from == null ? MonthDay.of(1, 1) : monthDay(from),
          to == null ? MonthDay.of(12, 31) : seasonEnd(to),
          weekdays(days),
          new Window(
              minutes(open),
              minutes(close),
              lastAdmission == null
                  ? OptionalInt.empty()
                  : OptionalInt.of(minutes(lastAdmission))));
    }
  }

  record Monthly(Set<Integer> weeks, String day, @Nullable Set<Integer> months) {

    MonthlyClosure closure() {
      return new MonthlyClosure(
          weeks,
          weekday(day),
          months == null
              ? Set.of()
              : months.stream().map(Month::of).collect(Collectors.toUnmodifiableSet()));
    }
  }

  OpeningHours openingHours(Evidence evidence) {
    if (doubt != null) {
      return new OpeningHours.Unpublished();
    }
    if (Boolean.TRUE.equals(alwaysOpen)) {
      return new OpeningHours.Always(evidence);
    }
    return new OpeningHours.Timetable(
        rules == null ? List.of() : rules.stream().map(Rule::openingRule).toList(),
        weekdays(closedDays),
        closedDates.stream().map(CatalogueHours::monthDay).collect(Collectors.toUnmodifiableSet()),
        closedMonthly == null ? List.of() : closedMonthly.stream().map(Monthly::closure).toList(),
        holidays(),
        festivals(),
        evidence);
  }

  private OpeningHours.OnHolidays holidays() {
    return switch (onHolidays) {
      case null -> OpeningHours.OnHolidays.UNSTATED;
      case "open" -> OpeningHours.OnHolidays.OPEN;
      case "openThenClosed" -> OpeningHours.OnHolidays.OPEN_THEN_CLOSED;
      case "closed" -> OpeningHours.OnHolidays.CLOSED;
      default -> throw new IllegalStateException("onHolidays: " + onHolidays);
    };
  }

  private OpeningHours.OnFestivals festivals() {
    return switch (seollalChuseok) {
      case "open" -> OpeningHours.OnFestivals.OPEN;
      case "closed" -> OpeningHours.OnFestivals.CLOSED;
      case "unknown" -> OpeningHours.OnFestivals.UNSTATED;
      default -> throw new IllegalStateException("seollalChuseok: " + seollalChuseok);
    };
  }

  private static Set<DayOfWeek> weekdays(List<String> days) {
    return days.stream().map(CatalogueHours::weekday).collect(Collectors.toUnmodifiableSet());
  }

  private static DayOfWeek weekday(String day) {
    return Arrays.stream(DayOfWeek.values())
        .filter(each -> each.name().substring(0, 3).equals(day))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("day: " + day));
  }

  private static MonthDay monthDay(String text) {
    return MonthDay.parse("--" + text);
  }

  /// A season that ends on 28 February means the end of the month.
  private static MonthDay seasonEnd(String text) {
    MonthDay day = monthDay(text);
    return day.equals(MonthDay.of(2, 28)) ? LAST_OF_FEBRUARY : day;
  }

  private static int minutes(String time) {
    if (!time.matches("[0-4][0-9]:[0-5][0-9]")) {
      throw new IllegalStateException("time: " + time);
    }
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }
}
