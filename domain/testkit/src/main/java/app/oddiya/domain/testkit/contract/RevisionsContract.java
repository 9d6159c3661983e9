package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.plan.Change;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.RevisionSummary;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [Revisions] does.
public interface RevisionsContract {

  UserId OWNER = new UserId(41);
  UserId STRANGER = new UserId(42);

  /// An empty store, the same one throughout a test.
  Revisions revisions();

  /// Of the same store.
  Plans plans();

  /// Of the same store.
  Tombstones tombstones();

  @Test
  default void whatIsKeptIsReadExactly() {
    Plan plan = plan(OWNER);
    Revision asked = revision(plan.id(), 1, Optional.of("비가 온대요 ☔"));
    Revision unasked = revision(plan.id(), 2, Optional.empty());

    assertThat(add(OWNER, asked)).isTrue();
    assertThat(add(OWNER, unasked)).isTrue();

    assertThat(find(OWNER, asked)).contains(asked);
    assertThat(find(OWNER, unasked)).contains(unasked);
  }

  @Test
  default void aProposalForAPlanWrittenByHandIsReadExactly() {
    Plan plan = plan(OWNER);
    Revision revision =
        new Revision(
            id(1),
            plan.id(),
            7,
            SettableClock.A_MORNING,
            Optional.of("x"),
            Trips.shorter(Trips.byHand()),
            List.of());

    add(OWNER, revision);

    assertThat(find(OWNER, revision)).contains(revision);
  }

  @Test
  default void momentsAreKeptToTheMicrosecond() {
    Plan plan = plan(OWNER);
    Instant precise = Instant.parse("2026-11-14T00:30:00.123456789Z");

    add(OWNER, revision(plan.id(), 1, precise));

    assertThat(revisions().find(OWNER, plan.id(), id(1), Deadlines.ample()))
        .contains(revision(plan.id(), 1, Instant.parse("2026-11-14T00:30:00.123456Z")));
  }

  @Test
  default void anothersProposalsAreAsAbsentAsNone() {
    Plan mine = plan(OWNER);
    Plan other = plan(OWNER);
    Revision revision = revision(mine.id(), 1, Optional.empty());
    add(OWNER, revision);
    var nowhere = new PlanId(other.id().value() + 1);

    assertThat(find(STRANGER, revision)).isEmpty();
    assertThat(revisions().find(OWNER, other.id(), id(1), Deadlines.ample())).isEmpty();
    assertThat(revisions().find(OWNER, mine.id(), id(2), Deadlines.ample())).isEmpty();
    assertThat(list(STRANGER, mine.id(), 20, Optional.empty())).isEmpty();
    assertThat(list(OWNER, nowhere, 20, Optional.empty())).isEmpty();
    assertThat(items(OWNER, other.id())).isEmpty();
  }

  @Test
  default void nothingIsKeptForAPlanThatIsNotThere() {
    Plan mine = plan(OWNER);
    Revision revision = revision(mine.id(), 1, Optional.empty());

    assertThat(add(STRANGER, revision)).isFalse();
    assertThat(add(OWNER, revision(new PlanId(mine.id().value() + 1), 2, Optional.empty())))
        .isFalse();

    assertThat(find(OWNER, revision)).isEmpty();
  }

  @Test
  default void aListShowsTheProposalsOfOnePlanNewestFirstAndPagesFollowOneAnother() {
    Plan plan = plan(OWNER);
    add(OWNER, revision(plan(OWNER).id(), 100, Optional.empty()));
    List<RevisionSummary> added = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Instant moment = SettableClock.A_MORNING.plus(Duration.ofSeconds(i / 3));
      Revision revision = revision(plan.id(), i, moment);
      add(OWNER, revision);
      added.addFirst(RevisionSummary.of(revision));
    }

    List<RevisionSummary> read = new ArrayList<>();
    Page<RevisionSummary> page = list(OWNER, plan.id(), 2, Optional.empty()).orElseThrow();
    read.addAll(page.items());
    while (page.next().isPresent()) {
      page = list(OWNER, plan.id(), 2, page.next()).orElseThrow();
      assertThat(page.items()).isNotEmpty();
      read.addAll(page.items());
    }

    assertThat(read).containsExactlyElementsOf(added);
  }

  @Test
  default void aCursorThatWasNotMadeHereLeadsNowhere() {
    Plan plan = plan(OWNER);
    add(OWNER, revision(plan.id(), 1, Optional.empty()));

    for (String foreign : List.of("", "tomorrow", "=", "-1", "9".repeat(60), "\u0000", "1-2-3")) {
      Page<RevisionSummary> page =
          list(OWNER, plan.id(), 20, Optional.of(new Page.Cursor(foreign))).orElseThrow();
      assertThat(page.items()).as(foreign).isEmpty();
      assertThat(page.next()).as(foreign).isEmpty();
    }
  }

  @Test
  default void theOldestMakeRoom() {
    Plan plan = plan(OWNER);
    Plan other = plan(OWNER);
    add(OWNER, revision(other.id(), 1000, Optional.empty()));
    for (int i = 0; i < Revisions.KEPT + 3; i++) {
      add(OWNER, revision(plan.id(), i, SettableClock.A_MORNING.plusSeconds(i)));
    }

    List<RevisionSummary> kept = items(OWNER, plan.id());

    assertThat(kept).hasSize(Revisions.KEPT);
    assertThat(kept.getFirst().id()).isEqualTo(id(Revisions.KEPT + 2));
    assertThat(kept.getLast().id()).isEqualTo(id(3));
    assertThat(items(OWNER, other.id())).hasSize(1);
  }

  @Test
  default void theyGoWithTheirPlan() {
    Plan plan = plan(OWNER);
    Revision revision = revision(plan.id(), 1, Optional.empty());
    add(OWNER, revision);

    plans().delete(OWNER, plan.id(), OptionalLong.empty(), Deadlines.ample());

    assertThat(find(OWNER, revision)).isEmpty();
    assertThat(list(OWNER, plan.id(), 20, Optional.empty())).isEmpty();
  }

  @Test
  default void theyStayWhenTheirPlanChanges() {
    Plan plan = plan(OWNER);
    Revision revision = revision(plan.id(), 1, Optional.empty());
    add(OWNER, revision);

    plans()
        .replace(
            OWNER,
            plan.id(),
            OptionalLong.of(1),
            Trips.shorter(Trips.trip()),
            SettableClock.A_MORNING,
            Deadlines.ample());

    assertThat(find(OWNER, revision)).contains(revision);
  }

  @Test
  default void nothingIsLeftOfADeletedTravellerAndNothingIsKeptForThem() {
    Plan plan = plan(OWNER);
    Revision revision = revision(plan.id(), 1, Optional.empty());
    add(OWNER, revision);

    tombstones().bury(OWNER, SettableClock.A_MORNING, Deadlines.ample());

    assertThat(find(OWNER, revision)).isEmpty();
    assertThatThrownBy(() -> add(OWNER, revision(plan.id(), 2, Optional.empty())))
        .isInstanceOf(AccountDeleted.class);
  }

  private Plan plan(UserId owner) {
    return plans().add(owner, Trips.trip(), SettableClock.A_MORNING, Deadlines.ample());
  }

  private static RevisionId id(int number) {
    return new RevisionId(new UUID(7, number));
  }

  private static Revision revision(PlanId plan, int number, Optional<String> instruction) {
    Trip before = Trips.trip();
    Stop gone = before.days().getFirst().stops().getLast();
    return new Revision(
        id(number),
        plan,
        1,
        SettableClock.A_MORNING,
        instruction,
        Trips.shorter(before),
        List.of(
            new Change(Change.Op.REMOVE, Trips.A_SATURDAY, Optional.of(gone), Optional.empty()),
            new Change(Change.Op.CHANGE, Trips.A_SATURDAY, Optional.of(gone), Optional.of(gone))));
  }

  private static Revision revision(PlanId plan, int number, Instant createdAt) {
    return new Revision(
        id(number), plan, 1, createdAt, Optional.empty(), Trips.shorter(Trips.trip()), List.of());
  }

  private boolean add(UserId owner, Revision revision) {
    return revisions().add(owner, revision, Deadlines.ample());
  }

  private Optional<Revision> find(UserId owner, Revision revision) {
    return revisions().find(owner, revision.plan(), revision.id(), Deadlines.ample());
  }

  private List<RevisionSummary> items(UserId owner, PlanId plan) {
    return list(owner, plan, 100, Optional.empty()).orElseThrow().items();
  }

  private Optional<Page<RevisionSummary>> list(
      UserId owner, PlanId plan, int limit, Optional<Page.Cursor> after) {
    return revisions().list(owner, plan, new Page.Request(limit, after), Deadlines.ample());
  }
}
