package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.traveldata.planning.TravelDataModule;
import app.oddiya.adapters.traveldata.planning.WithoutKeysModule;
import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.TravelMode;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How the pace and the party shape plans of the catalogue's cities.
class PlansByPaceTest {

  private static final UserId TRAVELLER = new UserId(1);
  private static final Deadline AMPLE = new Deadline(Instant.MAX);
  private static final SettableClock CLOCK = new SettableClock();

  /// In the hills, more than an hour from the sights of Gangneung.
  private static final GeoPoint REMOTE = new GeoPoint(37.62, 128.45);

  private static final GeoPoint HAEUNDAE = new GeoPoint(35.1587, 129.1604);

  private final AtomicLong ids = new AtomicLong();

  static List<String> cities() {
    return CatalogueFacts.CITIES;
  }

  @ParameterizedTest
  @EnumSource
  void noDayAsksForMoreThanItsPace(Pace pace) {
    int minutes =
        switch (pace) {
          case RELAXED -> 120;
          case BALANCED -> 160;
          case PACKED -> 200;
        };
    int meters =
        switch (pace) {
          case RELAXED -> 2_500;
          case BALANCED -> 4_000;
          case PACKED -> 6_000;
        };
    for (String city : cities()) {
      for (Day day : draft(wish(city).pace(pace).build()).days()) {
        assertThat(minutes(day)).isLessThanOrEqualTo(minutes);
        assertThat(metersOnFoot(day)).isLessThanOrEqualTo(meters);
      }
    }
  }

  @Test
  void aRelaxedTripMovesLessThanAPackedOne() {
    assertThat(all(Pace.RELAXED, 0).mapToInt(PlansByPaceTest::minutes).sum())
        .isLessThan(all(Pace.BALANCED, 0).mapToInt(PlansByPaceTest::minutes).sum());
    assertThat(all(Pace.BALANCED, 0).mapToInt(PlansByPaceTest::minutes).sum())
        .isLessThan(all(Pace.PACKED, 0).mapToInt(PlansByPaceTest::minutes).sum());
  }

  @ParameterizedTest
  @EnumSource
  void aFamilyHasShorterDaysWithFewerStopsAndLessWay(Pace pace) {
    assertThat(all(pace, 2))
        .allSatisfy(
            day ->
                assertThat(day.stops())
                    .allSatisfy(
                        stop -> assertThat(stop.depart()).isBeforeOrEqualTo(LocalTime.of(20, 0))));
    assertThat(all(pace, 2).mapToInt(day -> day.stops().size()).sum())
        .isLessThan(all(pace, 0).mapToInt(day -> day.stops().size()).sum());
    assertThat(all(pace, 2).mapToInt(PlansByPaceTest::minutes).sum())
        .isLessThan(all(pace, 0).mapToInt(PlansByPaceTest::minutes).sum());
  }

  @Test
  void aFamilyRestsAfterEachWay() {
    for (Day day : all(Pace.RELAXED, 1).toList()) {
      Stop before = day.stops().getFirst();
      for (Stop stop : day.stops().subList(1, day.stops().size())) {
        assertThat(minutes(stop.arrive()) - minutes(before.depart()))
            .isGreaterThanOrEqualTo(stop.legFromPrevious().orElseThrow().minutes() + 15);
        before = stop;
      }
    }
  }

  @Test
  void aFarMustVisitComesAllTheSameAndTheFindingSaysWhatItTakes() {
    Draft draft =
        draft(
            wish("Busan")
                .pace(Pace.RELAXED)
                .lodging(HAEUNDAE)
                .mustVisit(new MustVisit.Known(place("gyeongju-bulguksa")))
                .build());

    Day excursion =
        draft.days().stream()
            .filter(
                day ->
                    day.stops().stream()
                        .anyMatch(stop -> stop.placeId().equals(place("gyeongju-bulguksa"))))
            .findFirst()
            .orElseThrow();
    assertThat(excursion.stops()).hasSizeGreaterThan(1);
    assertThat(minutes(excursion)).isGreaterThan(120);
    assertThat(moving(draft))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
              assertThat(finding.detail())
                  .startsWith(excursion.date() + ": " + minutes(excursion) + " min on the way")
                  .contains("Up to 120 min and 2500 m suit this pace, but must-visits");
            });
  }

  @Test
  void aRemoteLodgingLeavesADayWorthTheWay() {
    Draft draft = draft(wish("Gangneung").pace(Pace.RELAXED).lodging(REMOTE).build());

    assertThat(draft.days()).allSatisfy(day -> assertThat(day.stops()).hasSizeGreaterThan(2));
    assertThat(moving(draft))
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.PASS));
  }

  @Test
  void checkedAgainAnExcusedDayIsExcusedInTheSameWords() {
    PlanRequest wish =
        wish("Busan")
            .pace(Pace.RELAXED)
            .party(2, 1)
            .lodging(HAEUNDAE)
            .mustVisit(new MustVisit.Known(place("gyeongju-bulguksa")))
            .build();
    Draft draft = draft(wish);

    Checking.Checked checked = checked(Sketch.of(draft.answering(wish)));

    assertThat(moving(checked.certificate().findings())).isEqualTo(moving(draft));
  }

  @Test
  void aDayWrittenByHandMayAskForMoreAndIsTold() {
    List<Sketch.Visit> visits =
        Stream.of(
                "busan-ahopsan-forest",
                "busan-dadaepo-beach",
                "busan-beomeosa",
                "busan-amisan-observatory")
            .<Sketch.Visit>map(
                id ->
                    new Sketch.Visit.Wanted(
                        Optional.empty(),
                        place(id),
                        Optional.empty(),
                        OptionalInt.of(30),
                        Optional.empty(),
                        false))
            .toList();
    PlanRequest wish = wish("Busan").on(Trips.A_SATURDAY, 1).pace(Pace.RELAXED).build();

    Checking.Checked checked =
        checked(new Sketch(wish, List.of(new Sketch.Day(Trips.A_SATURDAY, visits))));

    assertThat(checked.certificate().verdict()).isNotEqualTo(Verdict.FAIL);
    assertThat(moving(checked.certificate().findings()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
              assertThat(finding.detail())
                  .startsWith("2027-04-10: " + minutes(checked.days().getFirst()) + " min")
                  .endsWith("Up to 120 min and 2500 m suit this pace");
            });
  }

  /// What is said about the ways of days.
  private static List<Finding> moving(Draft draft) {
    return moving(draft.certificate().findings());
  }

  private static List<Finding> moving(List<Finding> findings) {
    return findings.stream()
        .filter(
            finding ->
                finding.check() == CheckKind.PACE && finding.detail().contains("suit this pace"))
        .toList();
  }

  private Stream<Day> all(Pace pace, int children) {
    return cities().stream()
        .flatMap(city -> draft(wish(city).pace(pace).party(2, children).build()).days().stream());
  }

  private static Wishes wish(String city) {
    return new Wishes().destination(new Destination.Named(city)).interests("history", "food");
  }

  private static PlaceId place(String id) {
    return new PlaceId("catalogue", id);
  }

  private static int minutes(Day day) {
    return legs(day).mapToInt(Leg::minutes).sum();
  }

  private static int metersOnFoot(Day day) {
    return legs(day).filter(leg -> leg.mode() == TravelMode.WALK).mapToInt(Leg::meters).sum();
  }

  private static Stream<Leg> legs(Day day) {
    return Stream.concat(
        day.stops().stream().flatMap(stop -> stop.legFromPrevious().stream()),
        day.legToLodging().stream());
  }

  private static int minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private Draft draft(PlanRequest wish) {
    Writing writing =
        new DraftPlan(
                TravelDataModule.places(),
                TravelDataModule.holidays(),
                TravelDataModule.travelTimes(),
                WithoutKeysModule.weather(),
                WithoutKeysModule.exchangeRates(),
                CLOCK,
                this::id,
                Effort.USUAL)
            .write(TRAVELLER, wish, List.of(), _ -> {}, AMPLE);
    return ((Writing.Written) writing).draft();
  }

  private Checking.Checked checked(Sketch sketch) {
    CheckPlan checker =
        new CheckPlan(
            TravelDataModule.places(),
            TravelDataModule.holidays(),
            TravelDataModule.travelTimes(),
            WithoutKeysModule.weather(),
            WithoutKeysModule.exchangeRates(),
            CLOCK,
            this::id);
    return (Checking.Checked) checker.check(TRAVELLER, sketch, List.of(), AMPLE);
  }

  private UUID id() {
    return new UUID(0, ids.incrementAndGet());
  }
}
