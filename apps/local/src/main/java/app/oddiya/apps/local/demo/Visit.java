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
record Visit(String place, GeoPoint position, LocalDateTime from, LocalDateTime to) {

  private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

  /// All stops of a plan, in the order of the trip.
  static List<Visit> of(JsonNode plan) {
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
        stop.path("name").stringValue(),
        new GeoPoint(position.path("lat").doubleValue(), position.path("lng").doubleValue()),
        from,
        to.isBefore(from) ? to.plusDays(1) : to);
  }

  /// A picture taken there.
  ///
  /// @param share how much of the stay is over, 0..1
  DemoPhotos.Shot shot(double share) {
    Duration stay = Duration.between(from, to);
    LocalDateTime at = from.plusSeconds(Math.round(stay.toSeconds() * share));
    return new DemoPhotos.Shot(at, KOREA, position, place);
  }
}
