package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.TravelMode;
import app.oddiya.domain.planning.routing.TravelMatrix;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.GeoPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [TravelTimes] does.
public interface TravelTimesContract {

  GeoPoint PALACE = new GeoPoint(37.5796, 126.9770);
  GeoPoint NEXT_DOOR = new GeoPoint(37.5802, 126.9790);
  GeoPoint ACROSS_TOWN = new GeoPoint(37.5126, 127.1025);

  TravelTimes travelTimes();

  @Test
  default void everyWayIsAnsweredBothWays() {
    TravelMatrix ways = ways(PALACE, NEXT_DOOR, ACROSS_TOWN);

    assertThat(ways.size()).isEqualTo(3);
    for (int from = 0; from < 3; from++) {
      for (int to = 0; to < 3; to++) {
        assertThat(ways.leg(from, to).minutes()).isBetween(0, 180);
      }
    }
  }

  @Test
  default void toWhereOneIsTakesNoTime() {
    Leg none = ways(PALACE).leg(0, 0);

    assertThat(none.minutes()).isZero();
    assertThat(none.meters()).isZero();
  }

  @Test
  default void noWayIsShorterThanTheCrowFlies() {
    Leg across = ways(PALACE, ACROSS_TOWN).leg(0, 1);

    assertThat((double) across.meters()).isGreaterThanOrEqualTo(PALACE.metersTo(ACROSS_TOWN) - 1);
  }

  @Test
  default void aShortWayIsWalkedAndALongOneIsNot() {
    TravelMatrix ways = ways(PALACE, NEXT_DOOR, ACROSS_TOWN);

    assertThat(ways.leg(0, 1).mode()).isEqualTo(TravelMode.WALK);
    assertThat(ways.leg(0, 2).mode()).isNotEqualTo(TravelMode.WALK);
    assertThat(ways.leg(0, 2).minutes()).isGreaterThan(ways.leg(0, 1).minutes());
  }

  @Test
  default void noPointsNoWays() {
    assertThat(ways().size()).isZero();
  }

  private TravelMatrix ways(GeoPoint... points) {
    return travelTimes().between(List.of(points), Deadlines.ample());
  }
}
