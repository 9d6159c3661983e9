package app.oddiya.domain.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TripTest {

  private static final LocalDate FIRST = LocalDate.parse("2027-04-10");
  private static final Check PASS = new Check(Verdict.PASS, "ok");
  private static final Check RAIN = new Check(Verdict.FAIL, "rain");

  @Test
  void whatComesOutAsBeforeHasNotTurned() {
    Trip before = trip(PASS, finding(Verdict.PASS, "3,000"));
    Trip after = trip(new Check(Verdict.PASS, "still ok"), finding(Verdict.PASS, "4,000"));

    assertThat(Turn.between(before, after)).isEmpty();
  }

  @Test
  void aCheckOfAStopAndOneOfThePlanTurn() {
    Trip before = trip(PASS, finding(Verdict.PASS, "3,000"));
    Trip after = trip(RAIN, finding(Verdict.FAIL, "9,000"));

    assertThat(Turn.between(before, after))
        .containsExactly(
            new Turn(
                Optional.of(new StopId(new UUID(0, 1))),
                CheckKind.WEATHER,
                Optional.of(Verdict.PASS),
                Optional.of(Verdict.FAIL),
                "rain"),
            new Turn(
                Optional.empty(),
                CheckKind.BUDGET,
                Optional.of(Verdict.PASS),
                Optional.of(Verdict.FAIL),
                "9,000"));
  }

  @Test
  void ofSeveralFindingsOfOneKindTheOneThatDecidesCounts() {
    Trip before = trip(PASS, finding(Verdict.PASS, "a"), finding(Verdict.FAIL, "b"));
    Trip after = trip(PASS, finding(Verdict.PASS, "c"), finding(Verdict.UNKNOWN, "d"));

    assertThat(Turn.between(before, after))
        .containsExactly(
            new Turn(
                Optional.empty(),
                CheckKind.BUDGET,
                Optional.of(Verdict.FAIL),
                Optional.of(Verdict.UNKNOWN),
                "d"));
  }

  @Test
  void whatIsCheckedNoMoreOrForTheFirstTimeIsTold() {
    Trip with = trip(PASS, finding(Verdict.PASS, "3,000"));
    Trip without = trip(PASS);

    assertThat(Turn.between(with, without))
        .extracting(Turn::before, Turn::after)
        .containsExactly(tuple(Optional.of(Verdict.PASS), Optional.empty()));
    assertThat(Turn.between(without, with))
        .extracting(Turn::before, Turn::after)
        .containsExactly(tuple(Optional.empty(), Optional.of(Verdict.PASS)));
  }

  @Test
  void whoChoseTheStopsIsStillSaidOnceTheyAreCheckedAnew() {
    Finding picked = new Finding(Optional.empty(), CheckKind.MODEL, Verdict.UNKNOWN, "too busy");
    Trip chosen = trip(PASS, finding(Verdict.PASS, "3,000"), picked);
    Trip fresh = trip(RAIN, finding(Verdict.FAIL, "9,000"));

    Trip verified = chosen.checked(fresh.days(), fresh.totals(), fresh.certificate());
    Trip again = verified.checked(fresh.days(), fresh.totals(), fresh.certificate());

    assertThat(verified.certificate().findings())
        .containsExactly(finding(Verdict.FAIL, "9,000"), picked);
    assertThat(verified.certificate().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(again).isEqualTo(verified);
    assertThat(Turn.between(chosen, verified))
        .extracting(Turn::check)
        .doesNotContain(CheckKind.MODEL);
  }

  @Test
  void ofOtherStopsItIsNotSaidWhoChoseThem() {
    Finding picked = new Finding(Optional.empty(), CheckKind.MODEL, Verdict.PASS, "picked 1 of 1");
    Trip chosen = trip(PASS, picked);
    List<Day> none = chosen.days().stream().map(day -> Day.empty(day.date())).toList();

    Trip emptied = chosen.checked(none, chosen.totals(), trip(PASS).certificate());

    assertThat(emptied.certificate().findings()).isEmpty();
  }

  @Test
  void daysOnOtherDatesKeepTheirOrderAndTheirStops() {
    Trip trip = trip(PASS);
    Trip moved = trip.on(FIRST.plusDays(20), FIRST.plusDays(22));

    assertThat(moved.days())
        .extracting(Day::date)
        .containsExactly(FIRST.plusDays(20), FIRST.plusDays(21), FIRST.plusDays(22));
    assertThat(moved.days().getFirst().stops()).isEqualTo(trip.days().getFirst().stops());
    assertThat(moved.days().getLast().stops()).isEmpty();
    assertThat(moved.wish().dates()).hasSize(3);
    assertThat(moved.on(FIRST, FIRST)).isEqualTo(trip);
    assertThat(trip.hasStopsAfterDay(1)).isFalse();
    assertThat(trip.hasStopsAfterDay(0)).isTrue();
  }

  private static Finding finding(Verdict verdict, String detail) {
    return new Finding(Optional.empty(), CheckKind.BUDGET, verdict, detail);
  }

  private static Trip trip(Check weather, Finding... findings) {
    var place = new PlaceId("memory", "park");
    var stop =
        new Stop(
            new StopId(new UUID(0, 1)),
            place,
            new Source("memory", place.id(), Instant.EPOCH),
            "Park",
            "공원",
            Category.PARK,
            new GeoPoint(35, 129),
            Optional.empty(),
            LocalTime.of(23, 30),
            LocalTime.of(0, 15),
            "see it",
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Checks(PASS, PASS, PASS, weather));
    assertThat(stop.minutes()).isEqualTo(45);
    return new Trip(
        "A day",
        Optional.empty(),
        Language.EN,
        Optional.empty(),
        new Destination.Named("Busan"),
        FIRST,
        FIRST,
        PlanSource.MANUAL,
        List.of(
            new Day(FIRST, new DayWeather.Unknown(), List.of(stop), List.of(), Optional.empty())),
        new Totals(Money.won(0), 0, Optional.empty()),
        Certificate.of(Instant.EPOCH, List.of(findings), List.of()));
  }
}
