package app.oddiya.apps.plan.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Route;
import io.jenetics.jpx.WayPoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpxFileTest {

  @Test
  void everyStopIsAWaypointAndEveryDayWithStopsARoute() throws IOException {
    GPX gpx = read(GpxFile.of(Stories.plan()));

    assertThat(gpx.getVersion()).isEqualTo("1.1");
    assertThat(gpx.getMetadata().orElseThrow().getName()).contains("부산 2일");
    assertThat(gpx.getMetadata().orElseThrow().getTime()).contains(Stories.CHANGED);
    assertThat(gpx.getWayPoints()).hasSize(2);
    WayPoint morning = gpx.getWayPoints().getFirst();
    assertThat(morning.getLatitude().doubleValue()).isEqualTo(35.11);
    assertThat(morning.getLongitude().doubleValue()).isEqualTo(129.05);
    assertThat(morning.getName()).contains("Place stop-1");
    assertThat(morning.getDescription()).contains("2027-04-10 09:30-11:00\n아침\n장소 stop-1\n비");
    assertThat(morning.getTime()).isEmpty();
    assertThat(gpx.getRoutes()).hasSize(1);
    Route day = gpx.getRoutes().getFirst();
    assertThat(day.getName()).contains("2027-04-10");
    assertThat(day.getPoints())
        .extracting(point -> point.getName().orElseThrow())
        .containsExactly("Place stop-1", "Place stop-2");
  }

  @Test
  void whateverATextHoldsItIsReadBackAndAddsNothing() throws IOException {
    for (String text :
        List.of(
            "<wpt lat=\"0\" lon=\"0\"/> & ]]> <!-- --> \"'",
            "&lt;&amp;&#0;",
            "\u0001\u000b\u001f\u0085\uFFFE\uFFFF",
            "half\uD83Cof a wave, whole \uD83C\uDF0A",
            "경복궁 \u202Eabc")) {
      GPX gpx = read(GpxFile.of(Stories.saying(text)));

      assertThat(gpx.getWayPoints()).hasSize(2);
      assertThat(gpx.getWayPoints().getFirst().getName().orElseThrow().strip())
          .isEqualTo(PlainText.of(text).strip());
    }
  }

  @Test
  void aPlanWithoutStopsIsAFileWithoutPoints() throws IOException {
    GPX gpx = read(GpxFile.of(Stories.plan(Stories.empty())));

    assertThat(gpx.getWayPoints()).isEmpty();
    assertThat(gpx.getRoutes()).isEmpty();
  }

  private static GPX read(String file) throws IOException {
    return GPX.Reader.of(GPX.Reader.Mode.STRICT)
        .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }
}
