package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [PlanChecker] that passes on the words of another does.
public interface PlanCheckerContract {

  UserId TRAVELLER = new UserId(41);

  /// A checker behind which `end` comes of whatever is asked.
  PlanChecker telling(Checking end);

  /// What arrived behind the checker that was told what to say.
  Asked asked();

  /// A checker behind which nobody answers.
  PlanChecker down();

  /// What a checker is asked.
  record Asked(Sketch sketch, List<Place> held) {}

  @Test
  default void whatWasCheckedComesBackExactly() {
    assertThat(check(telling(checked()))).isEqualTo(checked());
  }

  @Test
  default void placesThatNobodyKnowsAreNamed() {
    Checking unknown =
        new Checking.UnknownPlaces(
            Set.of(new PlaceId("memory", "nowhere"), new PlaceId("kakao", "1")));

    assertThat(check(telling(unknown))).isEqualTo(unknown);
  }

  @Test
  default void whatIsAskedArrivesExactly() {
    check(telling(checked()));

    assertThat(asked()).isEqualTo(new Asked(Trips.sketch(), held()));
  }

  @Test
  default void anOutageIsNoAnswer() {
    assertThatThrownBy(() -> check(down())).isInstanceOf(Unavailable.class);
  }

  private static Checking check(PlanChecker checker) {
    return checker.check(TRAVELLER, Trips.sketch(), held(), Deadlines.ample());
  }

  private static Checking checked() {
    Trip trip = Trips.trip();
    return new Checking.Checked(trip.days(), trip.totals(), trip.certificate());
  }

  private static List<Place> held() {
    return List.of(
        Trips.museum("stop-1", new GeoPoint(35.11, 129.05)),
        Trips.park("garden", new GeoPoint(35.2, 129.1)));
  }
}
