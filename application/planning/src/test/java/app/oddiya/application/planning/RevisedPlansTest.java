package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.traveldata.planning.TravelDataModule;
import app.oddiya.adapters.traveldata.planning.WithoutKeysModule;
import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.Change;
import app.oddiya.domain.planning.plan.Changes;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plans of the catalogue's cities, checked again and revised.
class RevisedPlansTest {

  private static final UserId TRAVELLER = new UserId(1);
  private static final Deadline AMPLE = new Deadline(Instant.MAX);
  private static final Places PLACES = TravelDataModule.places();
  private static final Holidays HOLIDAYS = TravelDataModule.holidays();
  private static final TravelTimes TRAVEL_TIMES = TravelDataModule.travelTimes();
  private static final SettableClock CLOCK = new SettableClock();

  private final AtomicLong ids = new AtomicLong();

  static List<String> cities() {
    return CatalogueFacts.CITIES;
  }

  @ParameterizedTest
  @MethodSource("cities")
  void aPlanThatIsCheckedAgainStaysAsItIs(String city) {
    Trip trip = trip(city);
    Sketch sketch = Sketch.of(trip);

    var checked = (Checking.Checked) checker().check(TRAVELLER, sketch, List.of(), AMPLE);

    assertThat(Changes.between(trip.days(), checked.days())).isEmpty();
    assertThat(trip.stops()).isEqualTo(Day.stopsOf(checked.days()));
    assertThat(checked.certificate().findings()).isEqualTo(trip.certificate().findings());
  }

  @ParameterizedTest
  @MethodSource("cities")
  void whatIsProposedIsDifferentAndNoLessTrue(String city) {
    Trip trip = trip(city);
    List<String> understood = new ArrayList<>();
    for (String instruction :
        List.of("rain", "둘째 날은 비", "慢一点", "もっとたくさん", "avoid museums", "카페 추가해줘", "add a park")) {
      Revising revising =
          new RevisePlan(checker(), PLACES, HOLIDAYS, TRAVEL_TIMES, CLOCK)
              .revise(TRAVELLER, trip, instruction, List.of(), List.of(), AMPLE);
      if (revising instanceof Revising.Proposed(var proposal)) {
        understood.add(instruction);
        List<Change> changes = Changes.between(trip.days(), proposal.days());
        assertThat(changes).as(instruction).isNotEmpty();
        assertThat(proposal.certificate().verdict())
            .as(instruction + " " + proposal.certificate().findings())
            .isNotEqualTo(Verdict.FAIL);
      }
    }
    assertThat(understood).contains("慢一点").hasSizeGreaterThan(2);
  }

  private Trip trip(String city) {
    PlanRequest wish = Trips.wish(new Destination.Named(city), Trips.A_SATURDAY, 3);
    Writing writing =
        new DraftPlan(
                PLACES,
                HOLIDAYS,
                TRAVEL_TIMES,
                WithoutKeysModule.weather(),
                WithoutKeysModule.exchangeRates(),
                CLOCK,
                this::id,
                Effort.USUAL)
            .write(TRAVELLER, wish, List.of(), _ -> {}, AMPLE);
    return ((Writing.Written) writing).draft().answering(wish);
  }

  private CheckPlan checker() {
    return new CheckPlan(
        PLACES,
        HOLIDAYS,
        TRAVEL_TIMES,
        WithoutKeysModule.weather(),
        WithoutKeysModule.exchangeRates(),
        CLOCK,
        this::id);
  }

  private UUID id() {
    return new UUID(0, ids.incrementAndGet());
  }
}
