package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Deletion;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanDocument;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Replacement;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every [Plans] does.
public interface PlansContract {

  UserId OWNER = new UserId(41);
  UserId STRANGER = new UserId(42);

  /// An empty store, the same one throughout a test.
  Plans plans();

  /// Of the same store.
  HeldPlaces places();

  /// Of the same store.
  Tombstones tombstones();

  @Test
  default void whatIsStoredIsReadExactly() {
    Plan stored = add(OWNER, Trips.trip(), SettableClock.A_MORNING);

    assertThat(stored.trip()).isEqualTo(Trips.trip());
    assertThat(stored.owner()).isEqualTo(OWNER);
    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.createdAt()).isEqualTo(SettableClock.A_MORNING);
    assertThat(stored.updatedAt()).isEqualTo(SettableClock.A_MORNING);
    assertThat(plans().find(OWNER, stored.id(), Deadlines.ample())).contains(stored);
  }

  /// The store under test has its plans written plainly.
  @Test
  default void aPlanIsShownAsItWasWrittenLast() {
    Plan first = add(OWNER, Trips.trip(), SettableClock.A_MORNING);
    assertIsShown(first);

    Trip shorter = Trips.shorter(Trips.trip());
    replace(OWNER, first.id(), OptionalLong.empty(), shorter, SettableClock.A_MORNING);

    Plan second = plans().find(OWNER, first.id(), Deadlines.ample()).orElseThrow();
    assertThat(second.trip()).isEqualTo(shorter);
    assertIsShown(second);
    assertThat(plans().findDocument(STRANGER, first.id(), Deadlines.ample())).isEmpty();
    assertThat(plans().findDocument(OWNER, new PlanId(first.id().value() + 1), Deadlines.ample()))
        .isEmpty();
  }

  private void assertIsShown(Plan plan) {
    PlanDocument shown = plans().findDocument(OWNER, plan.id(), Deadlines.ample()).orElseThrow();
    assertThat(shown)
        .usingRecursiveComparison()
        .isEqualTo(PlanDocument.of(plan, PlanScribe.plain()));
  }

  @Test
  default void timesAreKeptToTheMicrosecond() {
    Instant precise = Instant.parse("2026-11-14T00:30:00.123456789Z");

    Plan stored = add(OWNER, Trips.trip(), precise);

    assertThat(stored.createdAt()).isEqualTo(Instant.parse("2026-11-14T00:30:00.123456Z"));
    assertThat(plans().find(OWNER, stored.id(), Deadlines.ample())).contains(stored);
  }

  @Test
  default void anothersPlanIsAsAbsentAsNone() {
    PlanId id = add(OWNER, Trips.trip(), SettableClock.A_MORNING).id();

    assertThat(plans().find(STRANGER, id, Deadlines.ample())).isEmpty();
    assertThat(plans().find(OWNER, new PlanId(id.value() + 1), Deadlines.ample())).isEmpty();
    assertThat(list(STRANGER, 20, Optional.empty()).items()).isEmpty();
    assertThat(plans().delete(STRANGER, id, OptionalLong.empty(), Deadlines.ample()))
        .isEqualTo(Deletion.NOT_FOUND);
    assertThat(plans().find(OWNER, id, Deadlines.ample())).isPresent();
  }

  @Test
  default void aListShowsThePlansOfOneOwnerNewestFirst() {
    Plan older = add(OWNER, Trips.trip(), SettableClock.A_MORNING);
    add(STRANGER, Trips.trip(), SettableClock.A_MORNING);
    Plan newer = add(OWNER, Trips.trip(), SettableClock.A_MORNING.plusSeconds(1));

    Page<PlanSummary> page = list(OWNER, 20, Optional.empty());

    assertThat(page.items()).extracting(PlanSummary::id).containsExactly(newer.id(), older.id());
    assertThat(page.items().getFirst()).isEqualTo(summary(newer));
    assertThat(page.next()).isEmpty();
  }

  @Test
  default void pagesFollowOneAnotherWithoutGapOrRepeatThoughMomentsAreTheSame() {
    List<PlanId> added = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Instant now = SettableClock.A_MORNING.plus(Duration.ofSeconds(i / 3));
      added.addFirst(add(OWNER, Trips.trip(), now).id());
    }

    List<PlanId> read = new ArrayList<>();
    Page<PlanSummary> page = list(OWNER, 2, Optional.empty());
    read.addAll(page.items().stream().map(PlanSummary::id).toList());
    while (page.next().isPresent()) {
      page = list(OWNER, 2, page.next());
      assertThat(page.items()).isNotEmpty();
      read.addAll(page.items().stream().map(PlanSummary::id).toList());
    }

    assertThat(read).containsExactlyElementsOf(added);
  }

  @Test
  default void aCursorThatWasNotMadeHereIsAsGoodAsAnEmptyList() {
    add(OWNER, Trips.trip(), SettableClock.A_MORNING);

    for (String foreign : List.of("", "tomorrow", "=", "-1", "9".repeat(60), "\u0000", "a.b.c")) {
      Page<PlanSummary> page = list(OWNER, 20, Optional.of(new Page.Cursor(foreign)));
      assertThat(page.items()).isEmpty();
      assertThat(page.next()).isEmpty();
    }
  }

  @Test
  default void aPlanComesWithWhatIsHeldOfItsPlaces() {
    Plan stored = add(OWNER, Trips.trip(), SettableClock.A_MORNING);
    Place shown = Trips.museum("stop-1", new GeoPoint(35.11, 129.05));
    places().remember(List.of(shown, Trips.park("park", shown.position())), Deadlines.ample());

    GroundedPlan grounded =
        plans().findGrounded(OWNER, stored.id(), Set.of(), Deadlines.ample()).orElseThrow();

    assertThat(grounded.plan()).isEqualTo(stored);
    Stop second = stored.trip().days().getFirst().stops().getLast();
    assertThat(grounded.places()).containsExactlyInAnyOrder(shown, second.place());
    assertThat(plans().findGrounded(STRANGER, stored.id(), Set.of(), Deadlines.ample())).isEmpty();
  }

  @Test
  default void aPlanComesWithWhatIsHeldOfOtherPlacesThatAreAskedFor() {
    Plan stored = add(OWNER, empty(Trips.byHand()), SettableClock.A_MORNING);
    Place park = Trips.park("park", new GeoPoint(35.11, 129.05));
    places().remember(List.of(park), Deadlines.ample());
    Set<PlaceId> others = Set.of(park.id(), new PlaceId("memory", "never-seen"));

    assertThat(plans().findGrounded(OWNER, stored.id(), others, Deadlines.ample()))
        .contains(new GroundedPlan(stored, List.of(park)));
  }

  @Test
  default void aPlanWithoutStopsComesWithoutPlaces() {
    Plan stored = add(OWNER, empty(Trips.byHand()), SettableClock.A_MORNING);

    assertThat(plans().findGrounded(OWNER, stored.id(), Set.of(), Deadlines.ample()))
        .contains(new GroundedPlan(stored, List.of()));
  }

  @Test
  default void aChangeIsReadExactlyAndRaisesTheVersion() {
    Plan before = add(OWNER, Trips.trip(), SettableClock.A_MORNING);
    Trip changed = Trips.fetchedLater(Trips.shorter(Trips.byHand()));
    Instant later = Instant.parse("2026-11-15T00:30:00.123456789Z");

    Replacement replacement = replace(OWNER, before.id(), OptionalLong.of(1), changed, later);

    Plan after =
        new Plan(
            before.id(),
            OWNER,
            before.createdAt(),
            Instant.parse("2026-11-15T00:30:00.123456Z"),
            2,
            changed);
    assertThat(replacement).isEqualTo(new Replacement.Replaced(after));
    assertThat(plans().find(OWNER, before.id(), Deadlines.ample())).contains(after);
    assertThat(list(OWNER, 20, Optional.empty()).items()).containsExactly(summary(after));
  }

  @Test
  default void stopsMayComeAndGoAndComeBack() {
    PlanId id = add(OWNER, Trips.trip(), SettableClock.A_MORNING).id();

    for (Trip trip :
        List.of(Trips.shorter(Trips.trip()), Trips.trip(), empty(Trips.trip()), Trips.trip())) {
      replace(OWNER, id, OptionalLong.empty(), trip, SettableClock.A_MORNING);

      assertThat(plans().find(OWNER, id, Deadlines.ample()).orElseThrow().trip()).isEqualTo(trip);
    }
    assertThat(plans().find(OWNER, id, Deadlines.ample()).orElseThrow().version()).isEqualTo(5);
  }

  @Test
  default void aPlanThatHasChangedSinceStaysAsItIs() {
    Plan plan = add(OWNER, Trips.trip(), SettableClock.A_MORNING);
    Trip changed = Trips.shorter(Trips.trip());

    for (long version : new long[] {0, 2, Long.MAX_VALUE}) {
      assertThat(
              replace(OWNER, plan.id(), OptionalLong.of(version), changed, SettableClock.A_MORNING))
          .isEqualTo(new Replacement.Changed());
    }
    assertThat(plans().find(OWNER, plan.id(), Deadlines.ample())).contains(plan);
  }

  @Test
  default void nobodyChangesAPlanThatIsNotTheirs() {
    Plan plan = add(OWNER, Trips.trip(), SettableClock.A_MORNING);
    Trip changed = Trips.shorter(Trips.trip());
    var none = new PlanId(plan.id().value() + 1);

    assertThat(replace(STRANGER, plan.id(), OptionalLong.of(1), changed, SettableClock.A_MORNING))
        .isEqualTo(new Replacement.NotFound());
    assertThat(replace(OWNER, none, OptionalLong.empty(), changed, SettableClock.A_MORNING))
        .isEqualTo(new Replacement.NotFound());
    assertThat(plans().find(OWNER, plan.id(), Deadlines.ample())).contains(plan);
  }

  @Test
  default void ofManyWhoChangeOneVersionAtOnceOneDoes() {
    PlanId id = add(OWNER, Trips.trip(), SettableClock.A_MORNING).id();

    List<Replacement> results =
        Together.run(
            12,
            () ->
                replace(
                    OWNER,
                    id,
                    OptionalLong.of(1),
                    Trips.shorter(Trips.trip()),
                    SettableClock.A_MORNING));

    assertThat(results).filteredOn(Replacement.Replaced.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(new Replacement.Changed()::equals).hasSize(11);
    assertThat(plans().find(OWNER, id, Deadlines.ample()).orElseThrow().trip())
        .isEqualTo(Trips.shorter(Trips.trip()));
  }

  @Test
  default void manyWhoChangeWhicheverVersionItIsAllDo() {
    PlanId id = add(OWNER, Trips.trip(), SettableClock.A_MORNING).id();

    Together.run(
        12, () -> replace(OWNER, id, OptionalLong.empty(), Trips.trip(), SettableClock.A_MORNING));

    Plan plan = plans().find(OWNER, id, Deadlines.ample()).orElseThrow();
    assertThat(plan.version()).isEqualTo(13);
    assertThat(plan.trip()).isEqualTo(Trips.trip());
  }

  @Test
  default void nothingIsChangedForADeletedTraveller() {
    PlanId id = add(OWNER, Trips.trip(), SettableClock.A_MORNING).id();
    tombstones().bury(OWNER, SettableClock.A_MORNING, Deadlines.ample());

    assertThatThrownBy(
            () -> replace(OWNER, id, OptionalLong.of(1), Trips.trip(), SettableClock.A_MORNING))
        .isInstanceOf(AccountDeleted.class);
    assertThat(plans().find(OWNER, id, Deadlines.ample())).isEmpty();
  }

  @Test
  default void aDeletedPlanIsGone() {
    PlanId id = add(OWNER, Trips.trip(), SettableClock.A_MORNING).id();
    Plan kept = add(OWNER, Trips.trip(), SettableClock.A_MORNING);

    Deletion deletion = plans().delete(OWNER, id, OptionalLong.of(1), Deadlines.ample());
    Deletion again = plans().delete(OWNER, id, OptionalLong.of(1), Deadlines.ample());

    assertThat(deletion).isEqualTo(Deletion.DELETED);
    assertThat(again).isEqualTo(Deletion.NOT_FOUND);
    assertThat(plans().find(OWNER, id, Deadlines.ample())).isEmpty();
    assertThat(list(OWNER, 20, Optional.empty()).items())
        .extracting(PlanSummary::id)
        .containsExactly(kept.id());
  }

  @Test
  default void aPlanThatHasChangedSinceIsNotDeleted() {
    PlanId id = add(OWNER, Trips.trip(), SettableClock.A_MORNING).id();

    Deletion deletion = plans().delete(OWNER, id, OptionalLong.of(2), Deadlines.ample());

    assertThat(deletion).isEqualTo(Deletion.CHANGED);
    assertThat(plans().find(OWNER, id, Deadlines.ample())).isPresent();
  }

  @Test
  default void whicheverVersionItIsCanBeDeleted() {
    PlanId id = add(OWNER, Trips.trip(), SettableClock.A_MORNING).id();

    assertThat(plans().delete(OWNER, id, OptionalLong.empty(), Deadlines.ample()))
        .isEqualTo(Deletion.DELETED);
  }

  @Test
  default void nothingIsLeftOfADeletedTravellerAndAllOfTheOthers() {
    Plan gone = add(OWNER, Trips.trip(), SettableClock.A_MORNING);
    Plan kept = add(STRANGER, Trips.trip(), SettableClock.A_MORNING);

    tombstones().bury(OWNER, SettableClock.A_MORNING, Deadlines.ample());

    assertThat(plans().find(OWNER, gone.id(), Deadlines.ample())).isEmpty();
    assertThat(list(OWNER, 20, Optional.empty()).items()).isEmpty();
    assertThat(plans().find(STRANGER, kept.id(), Deadlines.ample())).contains(kept);
  }

  @Test
  default void nothingIsStoredForADeletedTraveller() {
    tombstones().bury(OWNER, SettableClock.A_MORNING, Deadlines.ample());

    assertThatThrownBy(() -> add(OWNER, Trips.trip(), SettableClock.A_MORNING))
        .isInstanceOf(AccountDeleted.class);
    assertThat(list(OWNER, 20, Optional.empty()).items()).isEmpty();
    add(STRANGER, Trips.trip(), SettableClock.A_MORNING);
  }

  @Test
  default void whoeverWritesBesideADeletionIsRefusedOrTheirPlanIsGoneWithIt() {
    var turn = new AtomicInteger();
    Together.run(
        12,
        () -> {
          if (turn.getAndIncrement() == 6) {
            tombstones().bury(OWNER, SettableClock.A_MORNING, Deadlines.ample());
            return 0;
          }
          int stored = 0;
          try {
            for (; stored < 40; stored++) {
              add(OWNER, Trips.trip(), SettableClock.A_MORNING);
            }
          } catch (AccountDeleted gone) {
            // Those that were stored are gone as well.
          }
          return stored;
        });

    assertThat(list(OWNER, 20, Optional.empty()).items()).isEmpty();
  }

  private Plan add(UserId owner, Trip trip, Instant now) {
    return plans().add(owner, trip, now, Deadlines.ample());
  }

  private Replacement replace(
      UserId owner, PlanId id, OptionalLong basedOn, Trip trip, Instant now) {
    return plans().replace(owner, id, basedOn, trip, now, Deadlines.ample());
  }

  /// The same trip without its stops.
  private static Trip empty(Trip trip) {
    return trip.with(
        trip.days().stream()
            .map(
                day -> new Day(day.date(), day.weather(), List.of(), List.of(), day.legToLodging()))
            .toList(),
        trip.totals(),
        trip.certificate());
  }

  private Page<PlanSummary> list(UserId owner, int limit, Optional<Page.Cursor> after) {
    return plans().list(owner, new Page.Request(limit, after), Deadlines.ample());
  }

  private static PlanSummary summary(Plan plan) {
    Trip trip = plan.trip();
    return new PlanSummary(
        plan.id(),
        trip.title(),
        trip.destination(),
        trip.start(),
        trip.end(),
        trip.source(),
        trip.certificate().verdict(),
        plan.createdAt(),
        plan.updatedAt());
  }
}
