package app.oddiya.domain.testkit.contract;

import static app.oddiya.domain.testkit.time.SettableClock.A_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.Departures;
import app.oddiya.domain.video.job.Departures.Departure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Departures] does.
public interface DeparturesContract {

  Departure FIRST = new Departure(new UserId(51), A_MORNING);
  Departure SECOND = new Departure(new UserId(52), A_MORNING.plusSeconds(1));

  Departures departures();

  /// Without any at first, the same ones throughout a test.
  Tombstones tombstones();

  @Test
  default void whoHasJustDepartedIsDueAtOnce() {
    bury(FIRST);

    assertThat(due(A_MORNING)).containsExactly(FIRST);
    assertThat(due(A_MORNING)).containsExactly(FIRST);
  }

  @Test
  default void whoWasSweptIsDueAgainAtItsTime() {
    bury(FIRST);
    departures().sweepAgain(FIRST, A_MORNING.plusSeconds(60), Deadlines.ample());

    assertThat(due(A_MORNING.plusSeconds(59))).isEmpty();
    assertThat(due(A_MORNING.plusSeconds(60))).containsExactly(FIRST);
  }

  @Test
  default void theLongestDueComesFirst() {
    bury(FIRST);
    bury(SECOND);
    departures().sweepAgain(FIRST, A_MORNING.plusSeconds(2), Deadlines.ample());
    departures().sweepAgain(SECOND, A_MORNING.plusSeconds(1), Deadlines.ample());

    assertThat(due(A_MORNING.plusSeconds(9))).containsExactly(SECOND, FIRST);
    assertThat(departures().due(A_MORNING.plusSeconds(9), 1, Deadlines.ample()))
        .containsExactly(SECOND);
  }

  @Test
  default void whoIsForgottenHasNoTombstone() {
    bury(FIRST);
    bury(SECOND);

    departures().forget(FIRST, Deadlines.ample());

    assertThat(due(A_MORNING)).containsExactly(SECOND);
    assertThat(tombstones().isDeleted(FIRST.user(), Deadlines.ample())).isFalse();
  }

  private void bury(Departure departure) {
    tombstones().bury(departure.user(), departure.since(), Deadlines.ample());
  }

  private List<Departure> due(Instant now) {
    return departures().due(now, 10, Deadlines.ample());
  }
}
