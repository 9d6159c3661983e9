package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.planning.MemoryTravelTimes;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.plan.Change;
import app.oddiya.domain.planning.plan.Changes;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.testkit.story.Trips;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisePlanTest {

  private static final LocalDate SATURDAY = Trips.A_SATURDAY;

  private final Town busan = town();
  private final AtomicLong ids = new AtomicLong(1000);

  /// Enough indoors for two wet days.
  private static Town town() {
    Town town = Town.withPlaces();
    for (int i = 1; i <= 6; i++) {
      town.knowing(Trips.museum("gallery-" + i, Town.at(i, -1)));
    }
    return town;
  }

  @Test
  void whatIsRemovedIsGoneAndNothingElseChanges() {
    Trip trip = trip(new Wishes().build());
    Stop gone = trip.stops().get(1);

    Trip proposal = proposed(trip, "Please remove " + gone.name());

    assertThat(Changes.between(trip.days(), proposal.days()))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.op()).isEqualTo(Change.Op.REMOVE);
              assertThat(change.stop()).isEqualTo(gone.id());
            });
  }

  @Test
  void aMustVisitThatIsRemovedIsNotMissedAnyMore() {
    Trip trip = trip(new Wishes().mustVisit(new MustVisit.Called("Place museum-1")).build());

    Trip proposal = proposed(trip, "장소 museum-1 빼줘");

    assertThat(proposal.request().orElseThrow().mustVisit()).isEmpty();
    assertThat(proposal.certificate().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void whatIsAddedIsThereAndTrue() {
    busan.knowing(Trips.museum("annex", Town.at(3, 0)));
    Trip trip = without("annex");

    Trip proposal = proposed(trip, "add Place annex");

    assertThat(added(trip, proposal)).extracting(it -> it.placeId().id()).containsExactly("annex");
    assertThat(proposal.certificate().verdict()).isEqualTo(Verdict.PASS);
    assertThat(proposal.wish().mustVisit()).hasSize(1);
  }

  @Test
  void whatIsAddedGoesToTheDayThatWasNamed() {
    busan.knowing(Trips.museum("annex", Town.at(3, 0)));
    Trip trip = without("annex");

    Trip proposal = proposed(trip, "둘째 날에 장소 annex 추가해줘");

    assertThat(proposal.days().get(1).stops())
        .anyMatch(stop -> stop.placeId().id().equals("annex"));
  }

  @Test
  void whatNobodyKnowsIsNotAdded() {
    assertThat(conflict(trip(new Wishes().build()), "Add Neuschwanstein").kind())
        .isEqualTo(Conflict.Kind.UNKNOWN_MUST_VISIT);
  }

  @Test
  void whatIsToBeAvoidedIsNotAdded() {
    Trip trip = trip(new Wishes().avoid("park").build());

    assertThat(conflict(trip, "Add Place park-1").kind())
        .isEqualTo(Conflict.Kind.AVOIDED_MUST_VISIT);
  }

  @Test
  void whatIsAvoidedIsNowhere() {
    Trip trip = trip(new Wishes().interests("history", "nature").build());
    assertThat(trip.stops()).anyMatch(stop -> isPark(stop));

    Trip proposal = proposed(trip, "Avoid parks");

    assertThat(proposal.stops()).isNotEmpty().noneMatch(stop -> isPark(stop));
    assertThat(proposal.request().orElseThrow().avoid()).containsExactly("park");
    assertThat(proposal.certificate().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void rainPutsADayUnderARoof() {
    Trip trip = trip(new Wishes().interests("nature").build());

    Trip proposal = proposed(trip, "Day 1 will be rainy");

    assertThat(trip.days().get(0).stops()).anyMatch(stop -> isPark(stop));
    assertThat(proposal.days().get(0).stops())
        .hasSameSizeAs(trip.days().get(0).stops())
        .noneMatch(stop -> isPark(stop));
    assertThat(proposal.days().get(1).stops()).isEqualTo(trip.days().get(1).stops());
  }

  @Test
  void whereRainIsForecastOnlyWhatIsInItChanges() {
    Trip trip = trip(new Wishes().interests("nature").build());
    busan.weather.on(SATURDAY, wet(SATURDAY));

    Trip proposal = proposed(trip, "비가 와요");

    assertThat(proposal.days().get(0).stops())
        .allMatch(stop -> stop.checks().weather().verdict() == Verdict.PASS);
    assertThat(proposal.days().get(1).stops())
        .extracting(Stop::id)
        .isEqualTo(trip.days().get(1).stops().stream().map(Stop::id).toList());
  }

  @Test
  void slowerIsLessOnEachDayAndKeepsTheRest() {
    Trip trip = trip(new Wishes().pace(Pace.PACKED).build());

    Trip proposal = proposed(trip, "もっとゆっくり");

    for (int i = 0; i < 2; i++) {
      List<Stop> before = trip.days().get(i).stops();
      List<Stop> after = proposal.days().get(i).stops();
      assertThat(after).hasSizeLessThan(before.size());
      assertThat(visits(before)).containsAll(visits(after));
    }
    assertThat(proposal.request().orElseThrow().pace()).isEqualTo(Pace.BALANCED);
  }

  @Test
  void aDayThatIsAllLockedKeepsNoOtherFromBecomingSlower() {
    Trip trip = trip(new Wishes().pace(Pace.PACKED).build());
    List<Stop> first = trip.days().getFirst().stops();
    List<StopId> locked = first.stream().map(Stop::id).toList();

    Trip proposal = ((Revising.Proposed) revise(trip, "slower", locked)).trip();

    assertThat(visits(proposal.days().getFirst().stops())).isEqualTo(visits(first));
    assertThat(proposal.days().getLast().stops())
        .hasSizeLessThan(trip.days().getLast().stops().size());
  }

  @Test
  void fasterIsMoreWhereThereIsRoom() {
    Trip trip = proposed(trip(new Wishes().pace(Pace.RELAXED).build()), "slower");

    Trip proposal = proposed(trip, "더 알차게");

    assertThat(proposal.stops()).hasSizeGreaterThan(trip.stops().size());
    assertThat(visits(proposal.stops())).containsAll(visits(trip.stops()));
    assertThat(proposal.certificate().verdict()).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rain", "slower", "faster", "avoid parks", "add Place gallery-6"})
  void whatIsLockedStaysExactly(String instruction) {
    Trip trip = trip(new Wishes().interests("nature").build());
    Stop locked = trip.stops().stream().filter(stop -> !isPark(stop)).findFirst().orElseThrow();

    Revising revising = revise(trip, instruction, List.of(locked.id()));

    if (revising instanceof Revising.Proposed(var proposal)) {
      assertThat(proposal.stops())
          .filteredOn(stop -> stop.id().equals(locked.id()))
          .singleElement()
          .satisfies(
              stop -> {
                assertThat(stop.arrive()).isEqualTo(locked.arrive());
                assertThat(stop.depart()).isEqualTo(locked.depart());
                assertThat(stop.activity()).isEqualTo(locked.activity());
              });
    }
  }

  @Test
  void aLockedStopIsNotRemoved() {
    Trip trip = trip(new Wishes().build());
    Stop locked = trip.stops().getFirst();

    assertThat(revise(trip, "remove " + locked.name(), List.of(locked.id())))
        .isInstanceOfSatisfying(
            Revising.Infeasible.class,
            it -> assertThat(it.conflicts().getFirst().kind()).isEqualTo(Conflict.Kind.LOCKED));
  }

  @Test
  void whichLockIsInTheWayIsSaidAndThatItHelpsToOpenIt() {
    Trip trip = trip(new Wishes().build());
    List<StopId> locked = trip.stops().stream().limit(2).map(Stop::id).toList();
    String instruction = "remove " + trip.stops().get(1).name();

    Revising.Infeasible refused = refused(trip, instruction, locked);

    assertThat(refused.conflicts())
        .extracting(Conflict::pointers)
        .containsExactly(List.of("/instruction", "/locked/1"));
    assertThat(refused.relaxations())
        .containsExactly(
            new Relaxation(
                "Do not lock " + trip.stops().get(1).name(),
                List.of(new Relaxation.Edit.Remove("/locked/1"))));
    assertThat(revise(trip, instruction, List.of(locked.getFirst())))
        .isInstanceOf(Revising.Proposed.class);
  }

  @Test
  void whereAllIsLockedEachLockIsInTheWayAndAnyOneMayBeOpened() {
    Trip trip = trip(new Wishes().pace(Pace.PACKED).build());
    List<StopId> locked = trip.stops().stream().map(Stop::id).toList();

    Revising.Infeasible refused = refused(trip, "slower", locked);

    Conflict conflict = refused.conflicts().getFirst();
    assertThat(conflict.kind()).isEqualTo(Conflict.Kind.LOCKED);
    assertThat(conflict.pointers()).hasSizeGreaterThan(2).startsWith("/instruction");
    assertThat(refused.relaxations()).isNotEmpty();
    for (Relaxation relaxation : refused.relaxations()) {
      List<StopId> left = new ArrayList<>(locked);
      for (Relaxation.Edit edit : relaxation.edits()) {
        left.remove(Integer.parseInt(edit.pointer().substring("/locked/".length())));
      }
      assertThat(revise(trip, "slower", left)).isInstanceOf(Revising.Proposed.class);
    }
  }

  @Test
  void aNameThatIsMisspelledIsOfferedAsItIsSpelled() {
    busan.knowing(Trips.museum("annex", Town.at(3, 0)));
    Trip trip = without("annex");

    Revising.Infeasible refused = refused(trip, "Please add Place anexx!", List.of());

    assertThat(refused.relaxations())
        .containsExactly(
            new Relaxation(
                "Change place anexx to Place annex",
                List.of(new Relaxation.Edit.Replace("/instruction", "Please add Place annex!"))));
  }

  @Test
  void whatNoOtherRequestWouldMendHasNoRemedy() {
    Trip trip = trip(new Wishes().avoid("park").build());
    List<StopId> locked = List.of(trip.stops().getFirst().id());

    Revising.Infeasible refused = refused(trip, "Add Place park-1", locked);

    assertThat(refused.conflicts())
        .extracting(Conflict::pointers)
        .containsExactly(List.of("/instruction"));
    assertThat(refused.relaxations()).isEmpty();
  }

  private Revising.Infeasible refused(Trip trip, String instruction, List<StopId> locked) {
    return (Revising.Infeasible) revise(trip, instruction, locked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "make it nicer",
        "remove Neuschwanstein",
        "avoid castles",
        "remove a",
        "remove -",
        "avoid e",
        "rain on day 9",
        "add Place museum-1",
        "don't remove anything",
      })
  void whatChangesNothingIsNotUnderstood(String instruction) {
    Trip trip = trip(new Wishes().mustVisit(new MustVisit.Called("Place museum-1")).build());

    assertThat(revise(trip, instruction, List.of())).isEqualTo(new Revising.NotUnderstood());
  }

  /// Whatever is proposed, stops keep their ids, and nothing that was true becomes false.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "slower",
        "faster",
        "rain",
        "avoid museums",
        "avoid parks",
        "add a park",
        "remove museums",
        "remove restaurants",
        "Avoid parks. Slower!",
        "add Place gallery-1 and remove museums"
      })
  void aProposalIsAsTrueAsThePlan(String instruction) {
    Trip trip = trip(new Wishes().interests("nature", "history").lodging(Town.at(0, 0)).build());

    if (revise(trip, instruction, List.of()) instanceof Revising.Proposed(var proposal)) {
      assertThat(proposal.certificate().verdict()).isEqualTo(Verdict.PASS);
      assertThat(proposal.days()).extracting(Day::date).isEqualTo(trip.wish().dates());
      Set<StopId> distinct = new HashSet<>();
      assertThat(proposal.stops()).allMatch(stop -> distinct.add(stop.id()));
      assertThat(Changes.between(trip.days(), proposal.days())).isNotEmpty();
    }
  }

  private Trip without(String place) {
    PlanRequest wish = new Wishes().build();
    Trip trip = trip(new Wishes().avoid(place).build());
    return trip.askedFor(_ -> wish);
  }

  private Trip trip(PlanRequest wish) {
    return busan.draft(wish).answering(wish);
  }

  private Trip proposed(Trip trip, String instruction) {
    return switch (revise(trip, instruction, List.of())) {
      case Revising.Proposed(var proposal) -> proposal;
      case Revising.NotUnderstood() -> throw new AssertionError("not understood: " + instruction);
      case Revising.Infeasible(var conflicts, _) -> throw new AssertionError(conflicts.toString());
    };
  }

  private Conflict conflict(Trip trip, String instruction) {
    return ((Revising.Infeasible) revise(trip, instruction, List.of())).conflicts().getFirst();
  }

  private Revising revise(Trip trip, String instruction, List<StopId> locked) {
    var checker =
        new CheckPlan(
            busan.places,
            busan.holidays,
            new MemoryTravelTimes(),
            busan.weather,
            busan.rates,
            busan.clock,
            () -> new UUID(0, ids.incrementAndGet()));
    return new RevisePlan(
            checker, busan.places, busan.holidays, new MemoryTravelTimes(), busan.clock)
        .revise(
            Town.TRAVELLER,
            trip,
            instruction,
            locked,
            List.of(),
            Deadline.in(Duration.ofSeconds(30), busan.clock));
  }

  private static DayWeather wet(LocalDate date) {
    return new DayWeather.Forecast(
        8,
        12,
        IntStream.range(0, 8)
            .mapToObj(i -> new DayWeather.Rain(LocalDateTime.of(date, LocalTime.of(i * 3, 0)), 2.5))
            .toList());
  }

  private static List<Stop> added(Trip before, Trip after) {
    Set<StopId> known = before.stops().stream().map(Stop::id).collect(Collectors.toSet());
    return after.stops().stream().filter(stop -> !known.contains(stop.id())).toList();
  }

  private record Visited(StopId id, LocalTime arrive, LocalTime depart) {}

  private static List<Visited> visits(List<Stop> stops) {
    return stops.stream().map(it -> new Visited(it.id(), it.arrive(), it.depart())).toList();
  }

  private static boolean isPark(Stop stop) {
    return stop.placeId().id().startsWith("park");
  }
}
