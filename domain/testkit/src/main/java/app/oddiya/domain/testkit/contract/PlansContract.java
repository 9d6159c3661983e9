package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.plan.Deletion;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.AccountDeleted;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every [Plans] does.
public interface PlansContract {

  UserId OWNER = new UserId(41);
  UserId STRANGER = new UserId(42);

  /// An empty store, the same one throughout a test.
  Plans plans();

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
