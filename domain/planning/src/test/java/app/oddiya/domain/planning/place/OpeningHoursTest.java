package app.oddiya.domain.planning.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

  private static final LocalDate MONDAY = LocalDate.parse("2027-04-12");
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final Evidence EVIDENCE =
      new Evidence(List.of("https://example.org"), "2026-11", Optional.empty());
  private static final Holidays NONE = _ -> DayKind.ORDINARY;

  private final Window day = new Window(9 * 60, 18 * 60, OptionalInt.of(17 * 60));

  @Test
  void aClosingDayIsClosedAndAnyOtherIsOpen() {
    OpeningHours museum = museum(OpeningHours.OnHolidays.UNSTATED);

    assertThat(museum.on(MONDAY, NONE)).isEqualTo(new DayHours.Closed());
    assertThat(museum.on(TUESDAY, NONE)).isEqualTo(new DayHours.Open(List.of(day)));
  }

  @Test
  void aDayThatNoRuleCoversAndNoClosingDayNamesIsUnknown() {
    OpeningHours summer =
        timetable(
            List.of(rule("05-01", "09-30", EnumSet.allOf(DayOfWeek.class))),
            OpeningHours.OnHolidays.UNSTATED,
            OpeningHours.OnFestivals.UNSTATED);

    assertThat(summer.on(TUESDAY, NONE)).isEqualTo(unknown(DayHours.Reason.NOT_PUBLISHED));
    assertThat(summer.on(LocalDate.parse("2027-05-01"), NONE)).isInstanceOf(DayHours.Open.class);
    assertThat(summer.on(LocalDate.parse("2027-09-30"), NONE)).isInstanceOf(DayHours.Open.class);
    assertThat(summer.on(LocalDate.parse("2027-10-01"), NONE)).isInstanceOf(DayHours.Unknown.class);
  }

  @Test
  void aSeasonMaySpanTheNewYear() {
    OpeningHours winter =
        timetable(
            List.of(rule("11-01", "02-29", EnumSet.allOf(DayOfWeek.class))),
            OpeningHours.OnHolidays.UNSTATED,
            OpeningHours.OnFestivals.UNSTATED);

    for (String open : List.of("2027-11-01", "2027-12-31", "2028-01-01", "2028-02-29")) {
      assertThat(winter.on(LocalDate.parse(open), NONE)).isInstanceOf(DayHours.Open.class);
    }
    assertThat(winter.on(LocalDate.parse("2028-03-01"), NONE)).isInstanceOf(DayHours.Unknown.class);
  }

  @Test
  void aHolidayOnAClosingDayIsUnknownUnlessTheSourceSpeaksOfIt() {
    Holidays holiday = holidays(Map.of(MONDAY, DayKind.PUBLIC_HOLIDAY));

    assertThat(museum(OpeningHours.OnHolidays.UNSTATED).on(MONDAY, holiday))
        .isEqualTo(unknown(DayHours.Reason.HOLIDAY));
    assertThat(museum(OpeningHours.OnHolidays.OPEN).on(MONDAY, holiday))
        .isEqualTo(new DayHours.Open(List.of(day)));
    assertThat(museum(OpeningHours.OnHolidays.CLOSED).on(MONDAY, holiday))
        .isEqualTo(new DayHours.Closed());
  }

  @Test
  void whoOpensOnAHolidayMayCloseOnTheNextDayInstead() {
    OpeningHours palace = museum(OpeningHours.OnHolidays.OPEN_THEN_CLOSED);
    Holidays holiday = holidays(Map.of(MONDAY, DayKind.PUBLIC_HOLIDAY));

    assertThat(palace.on(MONDAY, holiday)).isInstanceOf(DayHours.Open.class);
    assertThat(palace.on(TUESDAY, holiday)).isEqualTo(new DayHours.Closed());
    assertThat(palace.on(TUESDAY.plusDays(1), holiday)).isInstanceOf(DayHours.Open.class);
    assertThat(palace.on(TUESDAY, NONE)).isInstanceOf(DayHours.Open.class);
  }

  @Test
  void whereTheNextDayIsNoWorkingDayEitherNobodyCanTellWhichIsClosed() {
    OpeningHours palace = museum(OpeningHours.OnHolidays.OPEN_THEN_CLOSED);
    Holidays two =
        holidays(Map.of(MONDAY, DayKind.PUBLIC_HOLIDAY, TUESDAY, DayKind.PUBLIC_HOLIDAY));

    assertThat(palace.on(TUESDAY, two)).isEqualTo(unknown(DayHours.Reason.HOLIDAY));
    assertThat(palace.on(TUESDAY.plusDays(1), two)).isEqualTo(unknown(DayHours.Reason.HOLIDAY));
    assertThat(palace.on(TUESDAY.plusDays(2), two)).isInstanceOf(DayHours.Open.class);
  }

  @Test
  void atSeollalASilentSourceIsUnknownAndSoAreTheDaysBesideItOfOneThatCloses() {
    Holidays seollal =
        holidays(
            Map.of(
                TUESDAY,
                DayKind.SEOLLAL_OR_CHUSEOK,
                TUESDAY.plusDays(1),
                DayKind.BESIDE_SEOLLAL_OR_CHUSEOK));

    assertThat(atFestivals(OpeningHours.OnFestivals.UNSTATED).on(TUESDAY, seollal))
        .isEqualTo(unknown(DayHours.Reason.HOLIDAY));
    assertThat(atFestivals(OpeningHours.OnFestivals.CLOSED).on(TUESDAY, seollal))
        .isEqualTo(new DayHours.Closed());
    assertThat(atFestivals(OpeningHours.OnFestivals.CLOSED).on(TUESDAY.plusDays(1), seollal))
        .isEqualTo(unknown(DayHours.Reason.HOLIDAY));
    assertThat(atFestivals(OpeningHours.OnFestivals.OPEN).on(TUESDAY, seollal))
        .isInstanceOf(DayHours.Open.class);
  }

  @Test
  void beyondTheCalendarOnlyWhatNoHolidayChangesIsKnown() {
    Holidays unknown = _ -> DayKind.UNKNOWN;

    assertThat(museum(OpeningHours.OnHolidays.OPEN).on(TUESDAY, unknown))
        .isEqualTo(unknown(DayHours.Reason.BEYOND_CALENDAR));
    assertThat(new OpeningHours.Always(EVIDENCE).on(TUESDAY, unknown))
        .isInstanceOf(DayHours.Open.class);
    assertThat(new OpeningHours.Unpublished().on(TUESDAY, unknown))
        .isEqualTo(unknown(DayHours.Reason.NOT_PUBLISHED));
  }

  @Test
  void closedDatesAndMonthlyClosuresComeFirst() {
    OpeningHours market =
        new OpeningHours.Timetable(
            List.of(rule("01-01", "12-31", EnumSet.allOf(DayOfWeek.class))),
            Set.of(),
            Set.of(MonthDay.of(1, 1)),
            List.of(
                new MonthlyClosure(Set.of(1, 3), DayOfWeek.TUESDAY, Set.of()),
                new MonthlyClosure(Set.of(MonthlyClosure.LAST), DayOfWeek.FRIDAY, Set.of())),
            OpeningHours.OnHolidays.UNSTATED,
            OpeningHours.OnFestivals.UNSTATED,
            EVIDENCE);

    for (String closed :
        List.of("2027-01-01", "2027-04-06", "2027-04-20", "2027-04-30", "2027-02-26")) {
      assertThat(market.on(LocalDate.parse(closed), NONE))
          .as(closed)
          .isEqualTo(new DayHours.Closed());
    }
    for (String open : List.of("2027-04-13", "2027-04-27", "2027-04-23", "2027-01-02")) {
      assertThat(market.on(LocalDate.parse(open), NONE)).as(open).isInstanceOf(DayHours.Open.class);
    }
  }

  private OpeningHours museum(OpeningHours.OnHolidays onHolidays) {
    return new OpeningHours.Timetable(
        List.of(rule("01-01", "12-31", EnumSet.complementOf(EnumSet.of(DayOfWeek.MONDAY)))),
        Set.of(DayOfWeek.MONDAY),
        Set.of(),
        List.of(),
        onHolidays,
        OpeningHours.OnFestivals.UNSTATED,
        EVIDENCE);
  }

  private OpeningHours atFestivals(OpeningHours.OnFestivals onFestivals) {
    return timetable(
        List.of(rule("01-01", "12-31", EnumSet.allOf(DayOfWeek.class))),
        OpeningHours.OnHolidays.UNSTATED,
        onFestivals);
  }

  private static OpeningHours timetable(
      List<OpeningRule> rules,
      OpeningHours.OnHolidays onHolidays,
      OpeningHours.OnFestivals onFestivals) {
    return new OpeningHours.Timetable(
        rules, Set.of(), Set.of(), List.of(), onHolidays, onFestivals, EVIDENCE);
  }

  private OpeningRule rule(String from, String to, Set<DayOfWeek> days) {
    return new OpeningRule(MonthDay.parse("--" + from), MonthDay.parse("--" + to), days, day);
  }

  private static Holidays holidays(Map<LocalDate, DayKind> days) {
    return date -> days.getOrDefault(date, DayKind.ORDINARY);
  }

  private static DayHours unknown(DayHours.Reason why) {
    return new DayHours.Unknown(why);
  }
}
