package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.planning.MemoryTravelTimes;
import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.agent.Sketch.Visit;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Trips;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckPlanTest {

  private static final LocalDate SATURDAY = Trips.A_SATURDAY;
  private static final LocalDate MONDAY = SATURDAY.plusDays(2);

  private final Town busan = Town.withPlaces();
  private final AtomicLong ids = new AtomicLong(1000);

  @Test
  void visitsFollowOneAnotherAsEarlyAsTheWayAllows() {
    Day day = day(wanted("museum-1"), wanted("park-1"), wanted("museum-2"));

    assertThat(day.stops())
        .extracting(Stop::arrive)
        .containsExactly(LocalTime.of(9, 0), LocalTime.of(10, 15), LocalTime.of(11, 35));
    assertThat(day.stops()).allSatisfy(CheckPlanTest::assertPassed);
    assertThat(day.stops().getFirst().legFromPrevious()).isEmpty();
    assertThat(day.stops().getLast().legFromPrevious()).isPresent();
    assertThat(day.stops()).allMatch(stop -> stop.cost().equals(Optional.of(Money.won(6000))));
  }

  @Test
  void aVisitWaitsForThePlaceToOpen() {
    Day day = day(wanted("restaurant-1"));

    assertThat(day.stops().getFirst().arrive()).isEqualTo(LocalTime.of(11, 0));
    assertThat(day.stops().getFirst().activity()).isEqualTo("Lunch at Place restaurant-1.");
    assertPassed(day.stops().getFirst());
  }

  @Test
  void whatWasAskedForIsKeptThoughItCannotBe() {
    Visit late = wanted("museum-1", LocalTime.of(16, 50), 90);
    Visit farTooEarly = wanted("museum-2", LocalTime.of(18, 22), 30);
    Visit meanwhile = wanted("park-1", LocalTime.of(18, 30), 30);

    List<Stop> stops = day(late, farTooEarly, meanwhile).stops();

    assertThat(stops.get(0).checks().open().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(stops.get(0).depart()).isEqualTo(LocalTime.of(18, 20));
    assertThat(stops.get(1).arrive()).isEqualTo(LocalTime.of(18, 22));
    assertThat(stops.get(1).checks().travel().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(stops.get(1).checks().travel().reason()).contains("only 2 min are left");
    assertThat(stops.get(2).checks().travel().reason())
        .isEqualTo("It begins 22 min before the stop before has ended");
  }

  @Test
  void aClosedPlaceIsVisitedAllTheSameAndFails() {
    Checking.Checked checked = checked(sketch(wish(MONDAY, 1), List.of(wanted("museum-1"))));

    assertThat(onlyStop(checked).checks().open().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(checked.certificate().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aLongDayIsGivenItsMeals() {
    Checking.Checked checked =
        checked(
            sketch(
                wish(SATURDAY, 1),
                Stream.of("museum-1", "museum-2", "park-1", "park-2", "park-3", "park-4", "park-5")
                    .map(CheckPlanTest::wanted)
                    .toList()));
    Day day = checked.days().getFirst();

    assertThat(day.stops()).hasSize(7).allSatisfy(CheckPlanTest::assertPassed);
    assertThat(day.freeHours()).hasSize(2);
    assertThat(finding(checked, CheckKind.PACE).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void noVisitIsPutOnAnotherDayThanItsOwn() {
    List<Visit> visits = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      visits.add(wanted("park-" + i, Optional.empty(), OptionalInt.of(300)));
    }

    List<Stop> stops = day(visits.toArray(Visit[]::new)).stops();

    assertThat(stops.getLast().arrive()).isEqualTo(LocalTime.of(23, 55));
    assertThat(stops.getLast().checks().travel().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void wordsTimesAndLocksThatWereGivenStay() {
    StopId id = new StopId(new UUID(7, 7));
    Visit visit =
        new Visit.Wanted(
            Optional.of(id),
            place("park-1"),
            Optional.of(LocalTime.of(14, 3)),
            OptionalInt.of(17),
            Optional.of("Picnic 🧺"),
            true);

    Stop stop = day(visit).stops().getFirst();
    Stop again = day(new Visit.Kept(stop)).stops().getFirst();

    assertThat(stop.id()).isEqualTo(id);
    assertThat(stop.activity()).isEqualTo("Picnic 🧺");
    assertThat(stop.locked()).isTrue();
    assertThat(stop.arrive()).isEqualTo(LocalTime.of(14, 3));
    assertThat(stop.depart()).isEqualTo(LocalTime.of(14, 20));
    assertThat(again).isEqualTo(stop);
  }

  @ParameterizedTest
  @EnumSource
  void aDraftThatIsCheckedAgainStaysAsItIs(Language language) {
    PlanRequest wish = new Wishes().on(SATURDAY, 2).lodging(Town.at(2, -2)).in(language).build();
    Draft draft = busan.draft(wish);

    Checking.Checked checked = checked(kept(wish, draft.days()));

    for (int i = 0; i < 2; i++) {
      assertThat(checked.days().get(i).stops()).isEqualTo(draft.days().get(i).stops());
      assertThat(checked.days().get(i).legToLodging())
          .isEqualTo(draft.days().get(i).legToLodging());
    }
    assertThat(checked.totals()).isEqualTo(draft.totals());
    assertThat(checked.certificate()).isEqualTo(draft.certificate());
  }

  @Test
  void aPlaceThatNobodyKnowsIsNamed() {
    Checking checking =
        check(sketch(wish(SATURDAY, 1), List.of(wanted("museum-1"), wanted("castle"))), List.of());

    assertThat(checking).isEqualTo(new Checking.UnknownPlaces(Set.of(place("castle"))));
  }

  @Test
  void aPlaceThatIsHeldIsJudgedWithDoubtWhereItsProviderIsDown() {
    Place museum = Trips.museum("museum-1", Town.at(1, 0));
    busan.places.goDown();

    Checking.Checked checked =
        checked(sketch(wish(SATURDAY, 1), List.of(wanted("museum-1"))), museum);

    assertThat(onlyStop(checked).checks().exists().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(onlyStop(checked).checks().exists().reason()).contains("does not answer now");
    assertThat(onlyStop(checked).checks().open().verdict()).isEqualTo(Verdict.PASS);
    assertThat(checked.certificate().verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aPlaceThatIsNotHeldIsNoUnknownPlaceWhereItsProviderIsDown() {
    busan.places.goDown();

    assertThatThrownBy(
            () -> check(sketch(wish(SATURDAY, 1), List.of(wanted("museum-1"))), List.of()))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void aStopWhosePlaceIsGoneFails() {
    Stop stop = day(wanted("museum-1")).stops().getFirst();
    Town emptied = new Town();

    Checking.Checked checked =
        (Checking.Checked)
            check(emptied, sketch(wish(SATURDAY, 1), List.of(new Visit.Kept(stop))), List.of());

    assertThat(onlyStop(checked).checks().exists().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(onlyStop(checked).checks().open().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(onlyStop(checked).cost()).isEqualTo(stop.cost());
    assertThat(checked.certificate().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void theWishIsHeldAgainstWhatIsThere() {
    PlanRequest wish =
        new Wishes()
            .on(SATURDAY, 1)
            .budget(Money.won(11_999))
            .mustVisit(
                new MustVisit.Called("PLACE museum-1"),
                new MustVisit.Known(place("museum-2")),
                new MustVisit.Called("Neuschwanstein"))
            .avoid("park")
            .build();
    List<Visit> visits = List.of(wanted("museum-1"), wanted("park-1"), wanted("park-1"));

    Checking.Checked checked = checked(sketch(wish, visits));

    assertThat(checked.certificate().findings())
        .filteredOn(finding -> finding.check() == CheckKind.MUST_VISIT)
        .extracting(Finding::verdict)
        .containsExactly(Verdict.PASS, Verdict.FAIL, Verdict.FAIL);
    assertThat(finding(checked, CheckKind.AVOID).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding(checked, CheckKind.DUPLICATES).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding(checked, CheckKind.BUDGET).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(checked.totals().admission()).isEqualTo(Money.won(18_000));
  }

  @Test
  void aDayMayBeEmpty() {
    Checking.Checked checked =
        checked(new Sketch(wish(SATURDAY, 1), List.of(new Sketch.Day(SATURDAY, List.of()))));

    assertThat(checked.days().getFirst().stops()).isEmpty();
    assertThat(checked.certificate().verdict()).isEqualTo(Verdict.PASS);
  }

  private Day day(Visit... visits) {
    return checked(sketch(wish(SATURDAY, 1), List.of(visits))).days().getFirst();
  }

  private Checking.Checked checked(Sketch sketch, Place... held) {
    return (Checking.Checked) check(sketch, List.of(held));
  }

  private Checking check(Sketch sketch, List<Place> held) {
    return check(busan, sketch, held);
  }

  private Checking check(Town town, Sketch sketch, List<Place> held) {
    return new CheckPlan(
            town.places,
            town.holidays,
            new MemoryTravelTimes(),
            town.weather,
            town.rates,
            town.clock,
            () -> new UUID(0, ids.incrementAndGet()))
        .check(Town.TRAVELLER, sketch, held, Deadline.in(Duration.ofSeconds(30), town.clock));
  }

  private static Sketch sketch(PlanRequest wish, List<Visit> visits) {
    return new Sketch(wish, List.of(new Sketch.Day(wish.start(), visits)));
  }

  private static Sketch kept(PlanRequest wish, List<Day> days) {
    return new Sketch(
        wish,
        days.stream()
            .map(
                day ->
                    new Sketch.Day(
                        day.date(), day.stops().stream().<Visit>map(Visit.Kept::new).toList()))
            .toList());
  }

  private static Visit wanted(String place) {
    return wanted(place, Optional.empty(), OptionalInt.empty());
  }

  private static Visit wanted(String place, LocalTime arrive, int minutes) {
    return wanted(place, Optional.of(arrive), OptionalInt.of(minutes));
  }

  private static Visit wanted(String place, Optional<LocalTime> arrive, OptionalInt minutes) {
    return new Visit.Wanted(
        Optional.empty(), place(place), arrive, minutes, Optional.empty(), false);
  }

  private static PlaceId place(String id) {
    return new PlaceId("memory", id);
  }

  private static PlanRequest wish(LocalDate start, int days) {
    return new Wishes().on(start, days).build();
  }

  private static Stop onlyStop(Checking.Checked checked) {
    return checked.days().getFirst().stops().getFirst();
  }

  private static Finding finding(Checking.Checked checked, CheckKind kind) {
    return checked.certificate().findings().stream()
        .filter(finding -> finding.check() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static void assertPassed(Stop stop) {
    assertThat(stop.checks().exists().verdict()).isEqualTo(Verdict.PASS);
    assertThat(stop.checks().open().verdict()).isEqualTo(Verdict.PASS);
    assertThat(stop.checks().travel().verdict()).isEqualTo(Verdict.PASS);
  }
}
