package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.ShareToken;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What every [Shares] does.
public interface SharesContract {

  UserId OWNER = new UserId(61);
  UserId STRANGER = new UserId(62);
  Instant NOW = SettableClock.A_MORNING;

  /// Without links, the same ones throughout a test.
  Shares shares();

  /// Where the plans are that links open, without any at first.
  Plans plans();

  /// Of the same store.
  Tombstones tombstones();

  @Test
  default void aTokenOpensItsPlan() {
    Plan plan = plan(OWNER);
    plan(OWNER);

    assertThat(share(OWNER, plan, token(1), NOW)).isTrue();

    assertThat(shares().find(token(1), Deadlines.ample())).contains(plan);
  }

  @Test
  default void aTokenThatWasNotGivenOutOpensNothing() {
    share(OWNER, plan(OWNER), token(1), NOW);

    assertThat(shares().find(token(2), Deadlines.ample())).isEmpty();
  }

  @Test
  default void whatIsShownIsThePlanAsItIsNow() {
    Plan plan = plan(OWNER);
    share(OWNER, plan, token(1), NOW);

    plans()
        .replace(
            OWNER,
            plan.id(),
            OptionalLong.of(1),
            Trips.trip().with(List.of(), Trips.trip().totals(), Trips.trip().certificate()),
            NOW.plusSeconds(1),
            Deadlines.ample());

    assertThat(shares().find(token(1), Deadlines.ample()))
        .hasValueSatisfying(
            shown -> {
              assertThat(shown.version()).isEqualTo(2);
              assertThat(shown.trip().days()).isEmpty();
            });
  }

  @Test
  default void aPlanMayHaveSeveralLinks() {
    Plan plan = plan(OWNER);
    share(OWNER, plan, token(1), NOW);
    share(OWNER, plan, token(2), NOW.plusSeconds(1));

    assertThat(shares().find(token(1), Deadlines.ample())).contains(plan);
    assertThat(shares().find(token(2), Deadlines.ample())).contains(plan);
    assertThat(shares().made(OWNER, plan.id(), Deadlines.ample()))
        .containsExactly(NOW.plusSeconds(1), NOW);
  }

  @Test
  default void theOldestLinkMakesRoom() {
    Plan plan = plan(OWNER);
    Plan other = plan(OWNER);
    share(OWNER, other, token(100), NOW);
    for (int i = 0; i <= Shares.KEPT; i++) {
      share(OWNER, plan, token(i), NOW.plusSeconds(i));
    }

    assertThat(shares().find(token(0), Deadlines.ample())).isEmpty();
    assertThat(shares().find(token(1), Deadlines.ample())).contains(plan);
    assertThat(shares().find(token(Shares.KEPT), Deadlines.ample())).contains(plan);
    assertThat(shares().find(token(100), Deadlines.ample())).contains(other);
    assertThat(shares().made(OWNER, plan.id(), Deadlines.ample())).hasSize(Shares.KEPT);
  }

  @Test
  default void revokingClosesAllLinksOfAPlanAndNoOther() {
    Plan plan = plan(OWNER);
    Plan other = plan(OWNER);
    share(OWNER, plan, token(1), NOW);
    share(OWNER, plan, token(2), NOW);
    share(OWNER, other, token(3), NOW);

    shares().revoke(OWNER, plan.id(), Deadlines.ample());
    shares().revoke(OWNER, plan.id(), Deadlines.ample());

    assertThat(shares().find(token(1), Deadlines.ample())).isEmpty();
    assertThat(shares().find(token(2), Deadlines.ample())).isEmpty();
    assertThat(shares().find(token(3), Deadlines.ample())).contains(other);
    assertThat(shares().made(OWNER, plan.id(), Deadlines.ample())).isEmpty();
  }

  @Test
  default void anothersPlanIsNeitherSharedNorClosed() {
    Plan plan = plan(OWNER);
    share(OWNER, plan, token(1), NOW);

    assertThat(share(STRANGER, plan, token(2), NOW)).isFalse();
    shares().revoke(STRANGER, plan.id(), Deadlines.ample());

    assertThat(shares().find(token(2), Deadlines.ample())).isEmpty();
    assertThat(shares().find(token(1), Deadlines.ample())).contains(plan);
    assertThat(shares().made(STRANGER, plan.id(), Deadlines.ample())).isEmpty();
  }

  @Test
  default void aDeletedPlanIsNotShownAnyMore() {
    Plan plan = plan(OWNER);
    share(OWNER, plan, token(1), NOW);

    plans().delete(OWNER, plan.id(), OptionalLong.empty(), Deadlines.ample());

    assertThat(shares().find(token(1), Deadlines.ample())).isEmpty();
    assertThat(share(OWNER, plan, token(2), NOW)).isFalse();
  }

  @Test
  default void nothingOfADeletedTravellerIsShown() {
    Plan plan = plan(OWNER);
    share(OWNER, plan, token(1), NOW);
    Plan kept = plan(STRANGER);
    share(STRANGER, kept, token(2), NOW);

    tombstones().bury(OWNER, NOW, Deadlines.ample());

    assertThat(shares().find(token(1), Deadlines.ample())).isEmpty();
    assertThat(shares().find(token(2), Deadlines.ample())).contains(kept);
    assertThatThrownBy(() -> share(OWNER, plan, token(3), NOW)).isInstanceOf(AccountDeleted.class);
  }

  private Plan plan(UserId owner) {
    return plans().add(owner, Trips.trip(), NOW, Deadlines.ample());
  }

  private boolean share(UserId owner, Plan plan, ShareToken token, Instant now) {
    return shares().add(owner, plan.id(), token, now, Deadlines.ample());
  }

  private static ShareToken token(int number) {
    return new ShareToken("%043d".formatted(number));
  }
}
