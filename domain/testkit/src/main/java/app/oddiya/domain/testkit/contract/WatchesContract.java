package app.oddiya.domain.testkit.contract;

import static app.oddiya.domain.testkit.story.Trips.A_SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Watched;
import app.oddiya.domain.planning.plan.Watches;
import app.oddiya.domain.planning.plan.Worry;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [Watches] does. The trips of these tests start on [Trips#A_SATURDAY].
public interface WatchesContract {

  UserId OWNER = new UserId(71);
  Instant NOW = SettableClock.A_MORNING;
  RevisionId PROPOSAL = new RevisionId(new UUID(0, 9));
  Worry RAIN = new Worry(new StopId(new UUID(0, 1)), CheckKind.WEATHER);
  Worry CLOSED = new Worry(new StopId(new UUID(0, 2)), CheckKind.OPEN);

  /// The same ones throughout a test.
  Watches watches();

  /// Those that are watched, without any at first.
  Plans plans();

  /// Of the same store.
  Tombstones tombstones();

  @Test
  default void aPlanIsWatchedWhenItIsAboutToStart() {
    PlanId plan = plan();

    assertThat(claim(-9, -1, NOW)).isEmpty();
    assertThat(claim(1, 9, NOW)).isEmpty();
    assertThat(claim(-5, 0, NOW))
        .containsExactly(new Watched(OWNER, plan, Set.of(), Optional.empty()));
  }

  @Test
  default void aPlanHasOneTurnAtATime() {
    plan();

    assertThat(claim(0, 0, NOW)).hasSize(1);
    assertThat(claim(0, 0, NOW.plus(Watches.REST).minusSeconds(1))).isEmpty();
    assertThat(claim(0, 0, NOW.plus(Watches.REST))).hasSize(1);
  }

  @Test
  default void ofManyWhoWatchEachGetsOthers() {
    for (int i = 0; i < 20; i++) {
      plan();
    }

    List<PlanId> claimed = new ArrayList<>();
    Together.run(
            10,
            () ->
                watches().claim(A_SATURDAY, A_SATURDAY, NOW, 2, Deadlines.ample()).stream()
                    .map(Watched::plan)
                    .toList())
        .forEach(claimed::addAll);

    assertThat(claimed).doesNotHaveDuplicates();
  }

  @Test
  default void whoWasLeftAloneLongestIsFirst() {
    PlanId first = plan();
    PlanId second = plan();
    assertThat(watches().claim(A_SATURDAY, A_SATURDAY, NOW, 1, Deadlines.ample()))
        .extracting(Watched::plan)
        .containsExactly(first);

    assertThat(claim(0, 0, NOW.plusSeconds(1))).extracting(Watched::plan).containsExactly(second);
    assertThat(
            watches()
                .claim(
                    A_SATURDAY,
                    A_SATURDAY,
                    NOW.plus(Watches.REST).plusSeconds(1),
                    1,
                    Deadlines.ample()))
        .extracting(Watched::plan)
        .containsExactly(first);
  }

  @Test
  default void aTurnThatWasGivenBackComesAgainBehindThoseThatWait() {
    PlanId plan = plan();
    claim(0, 0, NOW);
    PlanId waiting = plan();

    watches().release(plan, NOW, Deadlines.ample());

    assertThat(watches().claim(A_SATURDAY, A_SATURDAY, NOW, 1, Deadlines.ample()))
        .extracting(Watched::plan)
        .containsExactly(waiting);
    assertThat(claim(0, 0, NOW.plus(Watches.REST_UNSENT)))
        .extracting(Watched::plan)
        .containsExactly(plan);
  }

  @Test
  default void whatAnOwnerIsToldIsKeptInMind() {
    PlanId plan = plan();
    claim(0, 0, NOW);
    watches().tell(plan, Set.of(RAIN), PROPOSAL, Deadlines.ample());
    watches().sent(plan, Deadlines.ample());
    watches().tell(plan, Set.of(CLOSED, RAIN), PROPOSAL, Deadlines.ample());
    watches().sent(plan, Deadlines.ample());

    assertThat(claim(0, 0, NOW.plus(Watches.REST)))
        .containsExactly(new Watched(OWNER, plan, Set.of(RAIN, CLOSED), Optional.empty()));
  }

  @Test
  default void anOwnerWhoIsStillToBeToldHasTheirTurnSoonWheneverTheTripStarts() {
    PlanId plan = plan();
    claim(0, 0, NOW);
    watches().tell(plan, Set.of(RAIN), PROPOSAL, Deadlines.ample());

    assertThat(claim(5, 9, NOW.plus(Watches.REST_UNSENT).minusSeconds(1))).isEmpty();
    assertThat(claim(5, 9, NOW.plus(Watches.REST_UNSENT)))
        .containsExactly(new Watched(OWNER, plan, Set.of(RAIN), Optional.of(PROPOSAL)));
    watches().sent(plan, Deadlines.ample());
    assertThat(claim(5, 9, NOW.plus(Watches.REST))).isEmpty();
  }

  @Test
  default void whatIsDeletedIsNotWatched() {
    PlanId gone = plan();
    plans().delete(OWNER, gone, OptionalLong.empty(), Deadlines.ample());
    watches().tell(gone, Set.of(RAIN), PROPOSAL, Deadlines.ample());
    plan();
    tombstones().bury(OWNER, NOW, Deadlines.ample());

    assertThat(claim(0, 0, NOW)).isEmpty();
  }

  private PlanId plan() {
    return plans().add(OWNER, Trips.trip(), NOW, Deadlines.ample()).id();
  }

  private List<Watched> claim(int first, int last, Instant now) {
    return watches()
        .claim(A_SATURDAY.plusDays(first), A_SATURDAY.plusDays(last), now, 100, Deadlines.ample());
  }
}
