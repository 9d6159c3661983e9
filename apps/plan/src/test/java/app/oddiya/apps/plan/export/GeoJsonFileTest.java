package app.oddiya.apps.plan.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonFileTest {

  @Test
  void everyStopIsAPointAndEveryDayOfSeveralStopsALine() {
    JsonNode file = read(GeoJsonFile.of(Stories.plan()));

    assertThat(file.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(geometries(file)).containsExactly("Point", "Point", "LineString");
    JsonNode morning = file.path("features").path(0);
    assertThat(morning.path("id").asString()).isEqualTo("00000000-0000-0000-0000-000000000001");
    assertThat(morning.path("geometry").path("coordinates")).isEqualTo(read("[129.05,35.11]"));
    assertThat(morning.path("properties").path("name").asString()).isEqualTo("Place stop-1");
    assertThat(morning.path("properties").path("arrive").asString()).isEqualTo("09:30");
    assertThat(file.path("features").path(2).path("geometry").path("coordinates"))
        .isEqualTo(read("[[129.05,35.11],[129.05,35.120000000000005]]"));
  }

  @Test
  void aPlanWithoutStopsHasNoFeatures() {
    assertThat(geometries(read(GeoJsonFile.of(Stories.plan(Stories.empty()))))).isEmpty();
  }

  @Test
  void textsAreReadBackAsTheyWere() {
    String text = "\"}],\u0001\r\n</script> 경복궁 \uD83C\uDF0A";

    JsonNode file = read(GeoJsonFile.of(Stories.saying(text)));

    assertThat(file.path("title").asString()).isEqualTo(text);
    assertThat(file.path("features").path(0).path("properties").path("activity").asString())
        .isEqualTo(text);
  }

  private static List<String> geometries(JsonNode file) {
    List<String> types = new ArrayList<>();
    file.path("features")
        .forEach(feature -> types.add(feature.path("geometry").path("type").asString()));
    return types;
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
