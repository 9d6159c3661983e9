package app.oddiya.domain.planning.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpennessTest {

  private static final LocalDate SATURDAY = LocalDate.parse("2027-04-10");
  private static final Evidence EVIDENCE =
      new Evidence(List.of("https://example.org"), "2026-11", Optional.of("2026-05"));

  @Test
  void aStayInsideOneWindowIsOpenUpToTheLastMinute() {
    Window window = window("09:00", "18:00");

    assertThat(during("09:00", "18:00", window)).isEqualTo(new Openness.Open(window));
    assertThat(during("08:55", "10:00", window)).isInstanceOf(Openness.OutsideHours.class);
    assertThat(during("17:00", "18:05", window)).isInstanceOf(Openness.OutsideHours.class);
  }

  @Test
  void nobodyIsLetInAtTheLastAdmissionOrLater() {
    Window window = new Window(9 * 60, 18 * 60, OptionalInt.of(17 * 60));

    assertThat(during("16:55", "18:00", window)).isEqualTo(new Openness.Open(window));
    assertThat(during("17:00", "18:00", window)).isEqualTo(new Openness.AfterLastAdmission(window));
  }

  @Test
  void aBreakBetweenTwoWindowsIsOutsideHours() {
    Window lunch = window("11:30", "15:00");
    Window dinner = window("17:00", "22:00");

    assertThat(during("14:30", "15:30", lunch, dinner))
        .isEqualTo(new Openness.OutsideHours(List.of(lunch, dinner)));
    assertThat(during("15:30", "16:30", lunch, dinner)).isInstanceOf(Openness.OutsideHours.class);
    assertThat(during("17:00", "18:00", lunch, dinner)).isEqualTo(new Openness.Open(dinner));
  }

  @Test
  void windowsThatOverlapAreOneForWhoIsInside() {
    Window market = window("08:00", "20:00");
    Window nightMarket = window("19:30", "23:30");

    assertThat(during("19:00", "21:00", market, nightMarket)).isEqualTo(new Openness.Open(market));
  }

  @Test
  void theNightBelongsToTheEveningBeforeIt() {
    Window bar = new Window(18 * 60, 26 * 60, OptionalInt.empty());
    OpeningHours saturdays = hours(EnumSet.of(DayOfWeek.SATURDAY), bar);

    assertThat(Openness.during(saturdays, SATURDAY, 23 * 60, 26 * 60, ordinary()))
        .isEqualTo(new Openness.Open(bar));
    assertThat(Openness.during(saturdays, SATURDAY.plusDays(1), 30, 120, ordinary()))
        .isEqualTo(new Openness.Open(bar));
    assertThat(Openness.during(saturdays, SATURDAY.plusDays(1), 30, 125, ordinary()))
        .isEqualTo(new Openness.Unknown(DayHours.Reason.NOT_PUBLISHED));
  }

  @Test
  void aSquareIsOpenPastMidnight() {
    assertThat(
            Openness.during(
                new OpeningHours.Always(EVIDENCE), SATURDAY, 23 * 60, 25 * 60, ordinary()))
        .isInstanceOf(Openness.Open.class);
  }

  @Test
  void aClosedDayIsClosedAndAnUnknownOneUnknown() {
    OpeningHours closed =
        new OpeningHours.Timetable(
            List.of(),
            Set.of(DayOfWeek.SATURDAY),
            Set.of(),
            List.of(),
            OpeningHours.OnHolidays.UNSTATED,
            OpeningHours.OnFestivals.UNSTATED,
            EVIDENCE);

    assertThat(Openness.during(closed, SATURDAY, 600, 660, ordinary()))
        .isEqualTo(new Openness.ClosedThatDay());
    assertThat(Openness.during(closed, SATURDAY.plusDays(1), 600, 660, ordinary()))
        .isEqualTo(new Openness.Unknown(DayHours.Reason.NOT_PUBLISHED));
  }

  private static Openness during(String arrive, String depart, Window... windows) {
    return Openness.during(
        hours(EnumSet.allOf(DayOfWeek.class), windows),
        SATURDAY,
        minutes(arrive),
        minutes(depart),
        ordinary());
  }

  private static OpeningHours hours(Set<DayOfWeek> days, Window... windows) {
    return new OpeningHours.Timetable(
        Arrays.stream(windows)
            .map(window -> new OpeningRule(MonthDay.of(1, 1), MonthDay.of(12, 31), days, window))
            .toList(),
        Set.of(),
        Set.of(),
        List.of(),
        OpeningHours.OnHolidays.UNSTATED,
        OpeningHours.OnFestivals.UNSTATED,
        EVIDENCE);
  }

  private static Window window(String open, String close) {
    return new Window(minutes(open), minutes(close), OptionalInt.empty());
  }

  private static int minutes(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  private static Holidays ordinary() {
    return _ -> DayKind.ORDINARY;
  }
}
