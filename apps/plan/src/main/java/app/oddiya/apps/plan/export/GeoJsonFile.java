package app.oddiya.apps.plan.export;

import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.GeoPoint;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A plan as GeoJSON (RFC 7946): a point a stop, and a line a day, from one stop to the next as the
/// crow flies.
public final class GeoJsonFile {

  public static final String MEDIA_TYPE = "application/geo+json";

  private static final JsonMapper JSON = JsonMapper.shared();

  private GeoJsonFile() {}

  public static String of(Plan plan) {
    Trip trip = plan.trip();
    ObjectNode file = JSON.createObjectNode().put("type", "FeatureCollection");
    // A foreign member (section 6.1), which readers that do not know it pass over.
    file.put("title", trip.title());
    ArrayNode features = file.putArray("features");
    for (int i = 0; i < trip.days().size(); i++) {
      addDay(features, i + 1, trip.days().get(i));
    }
    return file.toString();
  }

  private static void addDay(ArrayNode features, int number, Day day) {
    List<Visit> visits = Visit.of(day);
    for (int i = 0; i < visits.size(); i++) {
      addStop(features, number, i + 1, visits.get(i));
    }
    // A line has two positions or more (section 3.1.4).
    if (visits.size() > 1) {
      ObjectNode line = feature(features, "day-" + number, "LineString");
      ArrayNode positions = coordinates(line);
      visits.forEach(visit -> add(positions.addArray(), visit.stop().position()));
      properties(line).put("kind", "day").put("day", number).put("date", day.date().toString());
    }
  }

  private static void addStop(ArrayNode features, int day, int number, Visit visit) {
    ObjectNode point = feature(features, visit.stop().id().toString(), "Point");
    add(coordinates(point), visit.stop().position());
    ObjectNode properties =
        properties(point)
            .put("kind", "stop")
            .put("day", day)
            .put("number", number)
            .put("date", visit.date().toString())
            .put("arrive", visit.stop().arrive().toString())
            .put("depart", visit.stop().depart().toString())
            .put("name", visit.stop().name())
            .put("localName", visit.stop().localName())
            .put("category", visit.stop().category().code())
            .put("activity", visit.stop().activity())
            .put("placeId", visit.stop().placeId().toString());
    visit.stop().address().ifPresent(address -> properties.put("address", address));
  }

  private static ObjectNode feature(ArrayNode features, String id, String geometry) {
    ObjectNode feature = features.addObject().put("type", "Feature").put("id", id);
    feature.putObject("geometry").put("type", geometry).putArray("coordinates");
    feature.putObject("properties");
    return feature;
  }

  private static ArrayNode coordinates(ObjectNode feature) {
    return (ArrayNode) feature.path("geometry").path("coordinates");
  }

  private static ObjectNode properties(ObjectNode feature) {
    return (ObjectNode) feature.path("properties");
  }

  /// Longitude first (section 3.1.1).
  private static void add(ArrayNode position, GeoPoint point) {
    position.add(point.lng()).add(point.lat());
  }
}
