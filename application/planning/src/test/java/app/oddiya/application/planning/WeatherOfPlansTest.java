package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.testkit.story.Trips;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Plans under a sky that is dry, wet, or not known.
class WeatherOfPlansTest {

  private static final LocalDate SATURDAY = Trips.A_SATURDAY;

  private final Town busan = Town.withPlaces();

  @Test
  void rainFailsAnOutdoorStopAndNotTheCertificate() {
    busan.weather.on(SATURDAY, rain(SATURDAY, 0, 24));

    Draft draft = busan.draft(wish().on(SATURDAY, 1).build());

    assertThat(draft.stops())
        .isNotEmpty()
        .allSatisfy(
            stop ->
                assertThat(stop.checks().weather().verdict())
                    .isEqualTo(
                        stop.placeId().id().startsWith("park") ? Verdict.FAIL : Verdict.PASS));
    assertThat(draft.certificate().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void theDryHoursOfAWetDayAreForOutdoorsAndTheWetOnesForIndoors() {
    busan.weather.on(SATURDAY, rain(SATURDAY, 9, 15));

    Draft draft = busan.draft(wish().on(SATURDAY, 1).interests("nature").build());

    assertThat(draft.stops())
        .filteredOn(stop -> stop.placeId().id().startsWith("park"))
        .isNotEmpty()
        .allSatisfy(stop -> assertThat(stop.arrive()).isAfterOrEqualTo(LocalTime.of(15, 0)));
    assertThat(draft.stops())
        .filteredOn(stop -> stop.placeId().id().startsWith("museum"))
        .isNotEmpty()
        .allSatisfy(stop -> assertThat(stop.arrive()).isBefore(LocalTime.of(15, 0)));
    assertThat(draft.stops())
        .allSatisfy(stop -> assertThat(stop.checks().weather().verdict()).isEqualTo(Verdict.PASS));
  }

  @Test
  void aMustVisitOutdoorsIsMadeOnADryDayIfItCanBe() {
    busan.weather.on(SATURDAY, rain(SATURDAY, 0, 24));
    busan.weather.on(SATURDAY.plusDays(1), rain(SATURDAY.plusDays(1), 0, 0));

    Draft draft =
        busan.draft(
            wish()
                .on(SATURDAY, 2)
                .interests("history")
                .mustVisit(new MustVisit.Called("park-1"), new MustVisit.Called("park-4"))
                .build());

    assertThat(draft.days().getLast().stops())
        .extracting(stop -> stop.placeId().id())
        .contains("park-1", "park-4");
  }

  @Test
  void withoutAForecastThePlanComesAndTheGapIsSaid() {
    busan.weather.goDown();

    Draft draft = busan.draft(wish().interests("nature").build());

    assertThat(draft.days()).allMatch(day -> day.weather() instanceof DayWeather.Unknown);
    assertThat(finding(draft, CheckKind.WEATHER).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whatIsUsualIsSaidAndProvesNothing() {
    busan.weather.on(SATURDAY, new DayWeather.Climate(-0.4, 12.6, 7.1, "reanalysis 2016-2025"));

    Draft draft = busan.draft(wish().on(SATURDAY, 1).interests("nature").build());

    assertThat(draft.stops())
        .filteredOn(stop -> stop.placeId().id().startsWith("park"))
        .isNotEmpty()
        .allSatisfy(
            stop -> {
              assertThat(stop.checks().weather().verdict()).isEqualTo(Verdict.UNKNOWN);
              assertThat(stop.checks().weather().reason())
                  .isEqualTo(
                      "No forecast reaches that day; usual for the month: 0 to 13 °C, 7 days of"
                          + " rain (reanalysis 2016-2025)");
            });
  }

  /// Rain in the hours between, none in the others.
  private static DayWeather rain(LocalDate date, int from, int to) {
    return new DayWeather.Forecast(
        8,
        12,
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    new DayWeather.Rain(
                        date.atTime(i * 3, 0), from <= i * 3 && i * 3 < to ? 2.5 : 0))
            .toList());
  }

  private static Finding finding(Draft draft, CheckKind kind) {
    return draft.certificate().findings().stream()
        .filter(finding -> finding.check() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static Wishes wish() {
    return new Wishes();
  }
}
