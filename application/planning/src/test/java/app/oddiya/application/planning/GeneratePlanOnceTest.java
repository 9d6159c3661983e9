package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.planning.MemoryGenerationKeys;
import app.oddiya.adapters.memory.planning.MemoryHeldPlaces;
import app.oddiya.adapters.memory.planning.MemoryPlanWriter;
import app.oddiya.adapters.memory.planning.MemoryPlans;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GeneratePlanOnceTest {

  private static final UserId TRAVELLER = new UserId(61);
  private static final UUID KEY = UUID.fromString("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b");

  private final SettableClock clock = new SettableClock();
  private final MemoryPlans plans = new MemoryPlans();
  private final MemoryGenerationKeys keys = new MemoryGenerationKeys(plans);
  private final MemoryPlanWriter writer = new MemoryPlanWriter(events(), written());
  private final MemoryHeldPlaces held = new MemoryHeldPlaces();
  private final GeneratePlanOnce generatePlan =
      new GeneratePlanOnce(writer, held, plans, keys, clock);
  private final List<DraftEvent> heard = new ArrayList<>();

  @Test
  void askingTwiceStoresOnePlanAndShowsItsStopsAgain() {
    Plan first = stored(generate(Trips.wish()));
    assertThat(heard).containsExactlyElementsOf(events());

    heard.clear();
    Plan second = stored(generate(Trips.wish()));

    assertThat(second).isEqualTo(first);
    assertThat(heard).containsExactlyElementsOf(events().subList(1, events().size()));
    assertThat(storedPlans()).isEqualTo(1);
  }

  @Test
  void aKeyForAnotherRequestIsRefused() {
    stored(generate(Trips.wish()));

    assertThat(generate(Trips.detailedWish())).isEqualTo(new KeyedGeneration.OfAnotherRequest());
    assertThat(storedPlans()).isEqualTo(1);
  }

  @Test
  void aDeletedPlanIsNotBroughtBackToLife() {
    Plan plan = stored(generate(Trips.wish()));
    plans.delete(TRAVELLER, plan.id(), OptionalLong.empty(), soon());

    assertThat(generate(Trips.wish())).isEqualTo(new KeyedGeneration.Deleted());
    assertThat(storedPlans()).isZero();
  }

  @Test
  void whileAnotherProcessWritesThereIsNothingToDoButWait() {
    keys.claim(
        TRAVELLER, KEY, Trips.wish(), clock.instant(), clock.instant().plusSeconds(40), soon());

    assertThat(generate(Trips.wish())).isEqualTo(new KeyedGeneration.Elsewhere());
    assertThat(heard).isEmpty();

    clock.advance(Duration.ofSeconds(40));
    stored(generate(Trips.wish()));
  }

  @Test
  void afterAnOutageTheKeyMayBeTriedAgain() {
    var down = new MemoryPlanWriter(events(), written());
    down.goDown();
    var failing = new GeneratePlanOnce(down, held, plans, keys, clock);

    assertThatThrownBy(() -> failing.generate(TRAVELLER, KEY, Trips.wish(), heard::add, soon()))
        .isInstanceOf(Unavailable.class);

    stored(generate(Trips.wish()));
  }

  @Test
  void whatCannotBeStoresNothingAndFreesTheKey() {
    var infeasible =
        new Writing.Infeasible(
            List.of(new Conflict(Conflict.Kind.UNKNOWN_DESTINATION, List.of("/destination"), "?")),
            List.of());
    var refusing =
        new GeneratePlanOnce(new MemoryPlanWriter(List.of(), infeasible), held, plans, keys, clock);

    assertThat(refusing.generate(TRAVELLER, KEY, Trips.wish(), heard::add, soon()))
        .isEqualTo(
            new KeyedGeneration.Ended(
                new Generation.Infeasible(infeasible.conflicts(), List.of())));

    stored(generate(Trips.detailedWish()));
  }

  private KeyedGeneration generate(PlanRequest request) {
    return generatePlan.generate(TRAVELLER, KEY, request, heard::add, soon());
  }

  private static Plan stored(KeyedGeneration generation) {
    var ended = (KeyedGeneration.Ended) generation;
    return ((Generation.Stored) ended.generation()).plan();
  }

  private int storedPlans() {
    return plans.list(TRAVELLER, new Page.Request(100, Optional.empty()), soon()).items().size();
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(28), clock);
  }

  private static Writing written() {
    Trip trip = Trips.trip();
    return new Writing.Written(
        new Draft(trip.title(), trip.source(), trip.days(), trip.totals(), trip.certificate()));
  }

  private static List<DraftEvent> events() {
    List<DraftEvent> events = new ArrayList<>();
    events.add(new DraftEvent.StageReached(Stage.COLLECTING, 75));
    Trips.trip()
        .days()
        .forEach(
            day ->
                day.stops()
                    .forEach(stop -> events.add(new DraftEvent.StopFixed(day.date(), stop))));
    return events;
  }
}
