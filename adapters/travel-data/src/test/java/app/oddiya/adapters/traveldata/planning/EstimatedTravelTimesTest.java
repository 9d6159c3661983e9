package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.TravelMode;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.testkit.contract.TravelTimesContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatedTravelTimesTest implements TravelTimesContract {

  private static final GeoPoint HAEUNDAE = new GeoPoint(35.1587, 129.1604);
  private static final GeoPoint JAGALCHI = new GeoPoint(35.0966, 129.0306);
  private static final GeoPoint SEONGSAN = new GeoPoint(33.4581, 126.9425);
  private static final GeoPoint JEJU_AIRPORT = new GeoPoint(33.5067, 126.4930);

  @Override
  public TravelTimes travelTimes() {
    return new EstimatedTravelTimes();
  }

  @Test
  void wellKnownWaysComeOutRightToAQuarter() {
    assertWay(leg(PALACE, ACROSS_TOWN), TravelMode.TRANSIT, 50);
    assertWay(leg(HAEUNDAE, JAGALCHI), TravelMode.TRANSIT, 55);
    assertWay(leg(SEONGSAN, JEJU_AIRPORT), TravelMode.CAR, 70);
    assertWay(leg(PALACE, HAEUNDAE), TravelMode.CAR, 280);
  }

  @Test
  void noRoadLeadsToJeju() {
    assertThat(leg(HAEUNDAE, SEONGSAN).mode()).isEqualTo(TravelMode.TRANSIT);
  }

  @Test
  void everyWayIsSaidToBeEstimated() {
    assertThat(leg(PALACE, NEXT_DOOR).estimated()).isTrue();
    assertThat(leg(PALACE, ACROSS_TOWN).estimated()).isTrue();
  }

  private static void assertWay(Leg leg, TravelMode mode, int minutes) {
    assertThat(leg.mode()).isEqualTo(mode);
    assertThat((double) leg.minutes()).isBetween(minutes * 0.75, minutes * 1.25);
  }

  private static Leg leg(GeoPoint from, GeoPoint to) {
    return new EstimatedTravelTimes()
        .between(List.of(from, to), new Deadline(Instant.MAX))
        .leg(0, 1);
  }
}
