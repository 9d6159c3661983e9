package app.oddiya.apps.plan.share;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.shared.GeoPoint;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripMapTest {

  private static final GeoPoint PALACE = new GeoPoint(37.5796, 126.977);
  private static final GeoPoint TOWER = new GeoPoint(37.5512, 126.9882);

  @Test
  void northIsUpAndEastIsRight() {
    String map = day(List.of(PALACE, TOWER));

    assertThat(map).contains("points=\"200.6,34 279.4,286\"").contains(">1 km<");
  }

  @Test
  void whateverThePositionsEveryNumberIsOnTheSheet() {
    for (List<GeoPoint> positions :
        List.of(
            List.of(PALACE),
            Collections.nCopies(13, PALACE),
            List.of(new GeoPoint(90, 180), new GeoPoint(-90, -180)),
            List.of(new GeoPoint(33.2, 126.2), new GeoPoint(38.6, 131.8)))) {
      String map = day(positions);

      assertThat(map).doesNotContain("NaN", "Infinity");
      assertThat(map.split("class=\"disc\"", -1)).hasSize(positions.size() + 1);
    }
  }

  @Test
  void discsThatWouldCoverEachOtherAreMovedApart() {
    List<Spread.Spot> discs =
        Spread.apart(Collections.nCopies(9, new Spread.Spot(240, 160)), 480, 320);

    for (int i = 0; i < discs.size(); i++) {
      for (int j = i + 1; j < discs.size(); j++) {
        assertThat(
                Math.hypot(
                    discs.get(i).x() - discs.get(j).x(), discs.get(i).y() - discs.get(j).y()))
            .isGreaterThan(2 * Spread.RADIUS);
      }
    }
  }

  @Test
  void discsThatAreApartStayWhereTheyAre() {
    List<Spread.Spot> stops = List.of(new Spread.Spot(100, 100), new Spread.Spot(130, 100));

    assertThat(Spread.apart(stops, 480, 320)).isEqualTo(stops);
  }

  private static String day(List<GeoPoint> positions) {
    Markup page = new Markup();
    TripMap.ofDay(page, Words.in(Language.EN), "map", "route", positions);
    return page.toString();
  }
}
