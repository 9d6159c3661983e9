package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.DayKind;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Check;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Trips;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftPlanTest {

  private static final LocalDate SATURDAY = Trips.A_SATURDAY;
  private static final LocalDate MONDAY = SATURDAY.plusDays(2);
  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Currency WON = Currency.getInstance("KRW");

  private final Town busan = Town.withPlaces();

  @Test
  void aDestinationThatNobodyKnowsIsRefused() {
    List<Conflict> conflicts =
        busan.conflicts(wish().destination(new Destination.Named("Atlantis")).build());

    assertThat(conflicts)
        .containsExactly(
            new Conflict(
                Conflict.Kind.UNKNOWN_DESTINATION,
                List.of("/destination/name"),
                "No provider knows the destination Atlantis"));
  }

  @Test
  void everyConflictIsNamedAndNotOnlyTheFirst() {
    List<Conflict> conflicts =
        busan.conflicts(
            wish()
                .mustVisit(
                    new MustVisit.Called("Neuschwanstein"),
                    new MustVisit.Called("museum-1"),
                    new MustVisit.Known(new PlaceId("memory", "no-such")))
                .avoid("park", "MUSEUM")
                .build());

    assertThat(conflicts)
        .extracting(Conflict::kind)
        .containsExactly(
            Conflict.Kind.UNKNOWN_MUST_VISIT,
            Conflict.Kind.AVOIDED_MUST_VISIT,
            Conflict.Kind.UNKNOWN_MUST_VISIT);
    assertThat(conflicts.get(1).pointers()).containsExactly("/avoid/1", "/mustVisit/1");
    assertThat(conflicts.get(2).pointers()).containsExactly("/mustVisit/2");
  }

  @Test
  void aMustVisitThatIsClosedOnEveryDayOfTheTripIsRefused() {
    List<Conflict> conflicts =
        busan.conflicts(wish().on(MONDAY, 1).mustVisit(new MustVisit.Called("museum-1")).build());

    assertThat(conflicts)
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.MUST_VISIT_CLOSED);
    assertThat(conflicts.getFirst().pointers())
        .containsExactly("/mustVisit/0", "/startDate", "/endDate");
  }

  @Test
  void aMustVisitThatIsTooFarAwayForADayIsRefusedAndANearOneOutsideIsNot() {
    busan.knowing(Trips.park("far", new GeoPoint(38.2, 128.5)));
    busan.knowing(Trips.park("outside", new GeoPoint(35.18, 129.6)));

    assertThat(
            busan.conflicts(wish().on(SATURDAY, 1).mustVisit(new MustVisit.Called("far")).build()))
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.MUST_VISIT_OUT_OF_REACH);
    Draft draft =
        busan.draft(wish().on(SATURDAY, 1).mustVisit(new MustVisit.Called("outside")).build());
    assertThat(stops(draft)).extracting(stop -> stop.placeId().id()).contains("outside");
    assertThat(stops(draft).getFirst().legFromPrevious()).isEmpty();
  }

  @Test
  void moreMustVisitsThanDaysHoldAreRefused() {
    List<MustVisit> all =
        IntStream.rangeClosed(1, 5)
            .boxed()
            .<MustVisit>mapMulti(
                (i, each) -> {
                  each.accept(new MustVisit.Called("museum-" + i));
                  each.accept(new MustVisit.Called("park-" + i));
                })
            .toList();

    List<Conflict> conflicts =
        busan.conflicts(
            wish()
                .on(SATURDAY, 1)
                .pace(Pace.RELAXED)
                .mustVisit(all.toArray(MustVisit[]::new))
                .build());

    assertThat(conflicts)
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.MUST_VISITS_DO_NOT_FIT);
    assertThat(conflicts.getFirst().pointers())
        .containsExactly(
            "/mustVisit/0",
            "/mustVisit/1",
            "/mustVisit/2",
            "/mustVisit/3",
            "/mustVisit/4",
            "/mustVisit/5",
            "/mustVisit/6",
            "/pace",
            "/startDate",
            "/endDate");
  }

  @Test
  void aMustVisitNeverLosesToBetterPlaces() {
    Draft draft =
        busan.draft(
            wish()
                .on(SATURDAY, 1)
                .interests("nature")
                .pace(Pace.RELAXED)
                .mustVisit(new MustVisit.Called("museum-5"), new MustVisit.Called("장소 museum-4"))
                .build());

    assertThat(stops(draft))
        .extracting(stop -> stop.placeId().id())
        .contains("museum-4", "museum-5");
    assertThat(finding(draft, CheckKind.MUST_VISIT).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void whatIsToBeAvoidedIsLeftOutInAnyLanguage() {
    Draft draft = busan.draft(wish().avoid("박물관", "park-1").build());

    assertThat(stops(draft))
        .extracting(stop -> stop.placeId().id())
        .noneMatch(id -> id.startsWith("museum") || id.equals("park-1"));
    assertThat(finding(draft, CheckKind.AVOID).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void museumsAreNotVisitedOnTheDayTheyClose() {
    Draft draft = busan.draft(wish().on(MONDAY, 1).build());

    assertThat(stops(draft))
        .isNotEmpty()
        .noneMatch(stop -> stop.placeId().id().startsWith("museum"));
  }

  @Test
  void aHolidayThatTheSourceIsSilentAboutIsUnknownAndSaidToBe() {
    busan.holidays.declare(SATURDAY, DayKind.SEOLLAL_OR_CHUSEOK);

    Draft draft =
        busan.draft(wish().on(SATURDAY, 1).mustVisit(new MustVisit.Called("museum-1")).build());

    assertThat(check(draft, "museum-1").verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(check(draft, "museum-1").reason())
        .isEqualTo("A holiday, about which the source says nothing (as of 2026-05)");
    assertThat(draft.certificate().verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void theBudgetHoldsForTheWholePartyAndTrip() {
    Draft draft = busan.draft(wish().party(2, 1).budget(Money.won(15_000)).build());

    assertThat(draft.totals().admission().amount()).isLessThanOrEqualTo(BigDecimal.valueOf(15_000));
    assertThat(stops(draft)).hasSizeGreaterThan(1);
    assertThat(finding(draft, CheckKind.BUDGET).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void mustVisitsBeyondTheBudgetAreRefused() {
    List<Conflict> conflicts =
        busan.conflicts(
            wish().budget(Money.won(5_999)).mustVisit(new MustVisit.Called("museum-1")).build());

    assertThat(conflicts)
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.BUDGET_EXCEEDED, Conflict.Kind.NOTHING_TO_VISIT);
    assertThat(conflicts.getFirst().pointers()).containsExactly("/budget", "/mustVisit/0");
    assertThat(conflicts.getFirst().detail())
        .isEqualTo(
            "The places that must be visited cost 6,000 KRW, more than the budget of 5,999 KRW");
  }

  @Test
  void aForeignBudgetIsHeldAgainstAKnownRateAndElseUnknown() {
    PlanRequest request = wish().budget(new Money(new BigDecimal("100"), DOLLAR)).build();

    Draft without = busan.draft(request);
    busan.rates.set(DOLLAR, WON, new BigDecimal("1400"));
    Draft with = busan.draft(request);
    busan.rates.goDown();
    Draft down = busan.draft(request);

    assertThat(finding(without, CheckKind.BUDGET).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(without.certificate().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(without.totals().inHomeCurrency()).isEmpty();
    assertThat(finding(with, CheckKind.BUDGET).verdict()).isEqualTo(Verdict.PASS);
    assertThat(with.totals().inHomeCurrency().orElseThrow().currency()).isEqualTo(DOLLAR);
    assertThat(finding(down, CheckKind.BUDGET).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void rainFailsAnOutdoorStopAndNotTheCertificate() {
    busan.weather.on(
        SATURDAY,
        new DayWeather.Forecast(
            8,
            12,
            IntStream.range(0, 8)
                .mapToObj(
                    i ->
                        new DayWeather.Rain(
                            LocalDateTime.of(SATURDAY, LocalTime.of(i * 3, 0)), 2.5))
                .toList()));

    Draft draft = busan.draft(wish().on(SATURDAY, 1).build());

    assertThat(stops(draft))
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

    assertThat(stops(draft))
        .filteredOn(stop -> stop.placeId().id().startsWith("park"))
        .isNotEmpty()
        .allSatisfy(stop -> assertThat(stop.arrive()).isAfterOrEqualTo(LocalTime.of(15, 0)));
    assertThat(stops(draft))
        .filteredOn(stop -> stop.placeId().id().startsWith("museum"))
        .isNotEmpty()
        .allSatisfy(stop -> assertThat(stop.arrive()).isBefore(LocalTime.of(15, 0)));
    assertThat(stops(draft))
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
  void thePlanDoesNotDependOnTheOrderInWhichAProviderNamesItsPlaces() {
    PlanRequest request = wish().interests("history", "nature").build();
    List<Place> places =
        new ArrayList<>(
            busan.places.in(
                new Area(Optional.empty(), Town.CENTER, 50), new Deadline(Instant.MAX)));
    List<List<PlaceId>> plans = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(places, new Random(seed));
      Town town = new Town();
      places.forEach(town::knowing);
      plans.add(stops(town.draft(request)).stream().map(Stop::placeId).toList());
    }

    assertThat(plans).allMatch(plans.getFirst()::equals);
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

    assertThat(stops(draft))
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

  @Test
  void placesThatCannotBeAskedForAreNotUnknownPlaces() {
    busan.places.goDown();

    assertThatThrownBy(() -> busan.draft(wish().build())).isInstanceOf(Unavailable.class);
  }

  @Test
  void aDayStartsAndEndsAtTheLodging() {
    Draft draft = busan.draft(wish().lodging(Town.at(-10, -10)).build());

    assertThat(draft.days())
        .allSatisfy(
            day -> {
              assertThat(day.stops().getFirst().legFromPrevious()).isPresent();
              assertThat(day.legToLodging()).isPresent();
            });
    assertThat(stops(draft).getFirst().checks().travel().reason())
        .matches("By car or taxi about \\d+ min from the lodging \\(estimated\\)");
  }

  @Test
  void anInterestThatNoPlaceIsKnownToOfferIsToldAndNotRefused() {
    Draft draft = busan.draft(wish().interests("history", "저녁 산책").build());

    assertThat(finding(draft, CheckKind.INTERESTS).detail())
        .isEqualTo("No place is known to offer: 저녁 산책");
    assertThat(draft.certificate().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void reasonsAndActivitiesAreInTheLanguageAskedFor() {
    Draft draft = busan.draft(wish().in(Language.KO).build());
    Stop stop = stops(draft).getFirst();

    assertThat(draft.title()).isEqualTo("부산 2일 여행");
    assertThat(stop.name()).isEqualTo(stop.localName()).startsWith("장소");
    assertThat(stop.activity()).startsWith("장소").endsWith("요.");
    assertThat(stop.checks().exists().reason()).endsWith("2026-11 수집");
    assertThat(stop.checks().open().reason()).contains("2026-05 기준");
  }

  @Test
  void anAreaWithoutAPlaceHasNothingToVisit() {
    List<Conflict> conflicts =
        busan.conflicts(
            wish().destination(new Destination.Around(new GeoPoint(34, 131), 5)).build());

    assertThat(conflicts)
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.NOTHING_TO_VISIT);
  }

  private static List<Stop> stops(Draft draft) {
    return draft.days().stream().flatMap(day -> day.stops().stream()).toList();
  }

  private static Check check(Draft draft, String place) {
    return stops(draft).stream()
        .filter(stop -> stop.placeId().id().equals(place))
        .findFirst()
        .orElseThrow()
        .checks()
        .open();
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
