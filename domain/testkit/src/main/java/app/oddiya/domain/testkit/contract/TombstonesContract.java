package app.oddiya.domain.testkit.contract;

import static app.oddiya.domain.testkit.time.SettableClock.A_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import org.junit.jupiter.api.Test;

/// What every [Tombstones] does.
public interface TombstonesContract {

  UserId SOMEBODY = new UserId(41);
  UserId ANOTHER = new UserId(42);

  /// No tombstones yet, the same ones throughout a test.
  Tombstones tombstones();

  @Test
  default void nobodyIsDeletedWhoWasNotBuried() {
    tombstones().bury(ANOTHER, A_MORNING, Deadlines.ample());

    assertThat(tombstones().isDeleted(SOMEBODY, Deadlines.ample())).isFalse();
    tombstones().requireAlive(SOMEBODY, Deadlines.ample());
  }

  @Test
  default void whoIsBuriedIsDeleted() {
    tombstones().bury(SOMEBODY, A_MORNING, Deadlines.ample());

    assertThat(tombstones().isDeleted(SOMEBODY, Deadlines.ample())).isTrue();
    assertThatThrownBy(() -> tombstones().requireAlive(SOMEBODY, Deadlines.ample()))
        .isInstanceOf(AccountDeleted.class);
  }

  @Test
  default void aTombstoneIsRemovedInItsTimeAndNoOther() {
    tombstones().bury(SOMEBODY, A_MORNING, Deadlines.ample());
    tombstones().bury(ANOTHER, A_MORNING.plusSeconds(1), Deadlines.ample());

    assertThat(tombstones().removeOlderThan(A_MORNING, Deadlines.ample())).isZero();
    assertThat(tombstones().removeOlderThan(A_MORNING.plusSeconds(1), Deadlines.ample())).isOne();

    assertThat(tombstones().isDeleted(SOMEBODY, Deadlines.ample())).isFalse();
    assertThat(tombstones().isDeleted(ANOTHER, Deadlines.ample())).isTrue();
  }

  @Test
  default void whoIsBuriedAgainKeepsTheFirstTombstone() {
    tombstones().bury(SOMEBODY, A_MORNING, Deadlines.ample());
    tombstones().bury(SOMEBODY, A_MORNING.plusSeconds(9), Deadlines.ample());

    assertThat(tombstones().removeOlderThan(A_MORNING.plusSeconds(1), Deadlines.ample())).isOne();
  }
}
