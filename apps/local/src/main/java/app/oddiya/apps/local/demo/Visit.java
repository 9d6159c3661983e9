package app.oddiya.apps.local.demo;

import app.oddiya.domain.shared.GeoPoint;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A stop of a plan, as somebody with a camera sees it.
public record Visit(
    String stopId, String place, GeoPoint position, LocalDateTime from, LocalDateTime to) {

  private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

  /// Pictures spread over the stops of a whole trip and the time spent at each.
  public static List<DemoPhotos.Shot> shots(JsonNode plan, int count) {
    List<Visit> visits = of(plan);
    List<DemoPhotos.Shot> shots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double place = (i + 0.5) * visits.size() / count;
      shots.add(visits.get((int) place).shot(place - Math.floor(place)));
    }
    return shots;
  }

  /// All stops of a plan, in the order of the trip.
  private static List<Visit> of(JsonNode plan) {
    List<Visit> visits = new ArrayList<>();
    for (JsonNode day : plan.path("days")) {
      LocalDate date = LocalDate.parse(day.path("date").stringValue());
      day.path("stops").forEach(stop -> visits.add(of(date, stop)));
    }
    return visits;
  }

  private static Visit of(LocalDate date, JsonNode stop) {
    LocalDateTime from = date.atTime(LocalTime.parse(stop.path("arrive").stringValue()));
    LocalDateTime to = date.atTime(LocalTime.parse(stop.path("depart").stringValue()));
    JsonNode position = stop.path("position");
    return new Visit(
        stop.path("id").stringValue(),
        stop.path("name").stringValue(),
        new GeoPoint(position.path("lat").doubleValue(), position.path("lng").doubleValue()),
        from,
        to.isBefore(from) ? to.plusDays(1) : to);
  }

  /// A picture taken there.
  ///
  /// @param share how much of the stay is over, 0..1
  private DemoPhotos.Shot shot(double share) {
    Duration stay = Duration.between(from, to);
    LocalDateTime at = from.plusSeconds(Math.round(stay.toSeconds() * share));
    return new DemoPhotos.Shot(at, KOREA, position, place, stopId);
  }
}
