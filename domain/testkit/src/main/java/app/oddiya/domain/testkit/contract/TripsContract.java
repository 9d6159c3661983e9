package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.film.TripOutline;
import app.oddiya.domain.video.job.Trips;
import org.junit.jupiter.api.Test;

/// What every [Trips] does.
public interface TripsContract {

  Trips trips();

  UserId OWNER = new UserId(31);
  UserId STRANGER = new UserId(32);

  /// Gives [#OWNER] a plan.
  ///
  /// @return its id
  String planned(TripOutline trip);

  @Test
  default void aPlanIsReadWithAllItsStops() {
    String plan = planned(Videos.trip());

    assertThat(trips().find(OWNER, plan, Deadlines.ample())).contains(Videos.trip());
  }

  @Test
  default void aPlanIsReadByItsOwnerAlone() {
    String plan = planned(Videos.trip());

    assertThat(trips().find(STRANGER, plan, Deadlines.ample())).isEmpty();
  }

  @Test
  default void aPlanThatIsNotThereIsAbsent() {
    assertThat(trips().find(OWNER, "404404", Deadlines.ample())).isEmpty();
  }

  @Test
  default void anIdThatNoPlanCouldHaveIsAbsent() {
    assertThat(trips().find(OWNER, "../users/1 \u0000?", Deadlines.ample())).isEmpty();
  }
}
