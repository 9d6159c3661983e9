package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.shared.GeoPoint;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CirclesTest {

  private static final GeoPoint JEJU = new GeoPoint(33.38, 126.55);

  @Test
  void anAreaThatFitsIsOneCircle() {
    Area area = new Area(Optional.empty(), JEJU, 20);

    assertThat(Circles.covering(area, 20_000)).containsExactly(area);
  }

  @ParameterizedTest
  @ValueSource(doubles = {20.1, 25, 45, 60})
  void circlesLeaveNoGap(double radiusKm) {
    List<Area> circles = Circles.covering(new Area(Optional.empty(), JEJU, radiusKm), 20_000);
    Random dice = new Random(7);

    for (int i = 0; i < 10_000; i++) {
      double way = radiusKm * 1000 * Math.sqrt(dice.nextDouble());
      double turn = dice.nextDouble() * 2 * Math.PI;
      GeoPoint point =
          new GeoPoint(
              JEJU.lat() + way * Math.sin(turn) / 111_195,
              JEJU.lng() + way * Math.cos(turn) / 111_195 / Math.cos(Math.toRadians(JEJU.lat())));
      assertThat(circles.stream().anyMatch(it -> it.center().metersTo(point) <= 20_050))
          .as(point + " of " + circles)
          .isTrue();
    }
  }

  @Test
  void ofAVeryWideAreaTheMiddleIsCovered() {
    List<Area> circles = Circles.covering(new Area(Optional.empty(), JEJU, 200), 20_000);

    assertThat(circles).hasSize(19);
    assertThat(circles.getFirst().center().metersTo(JEJU)).isLessThan(1);
  }
}
