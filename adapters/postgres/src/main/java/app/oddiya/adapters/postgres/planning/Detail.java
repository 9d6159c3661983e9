package app.oddiya.adapters.postgres.planning;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Picture;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.planning.plan.Checks;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A row of `plan_details`: one stop. The components of this record and of [Visit] are the names
/// that SQL knows them by.
///
/// @param day 1 for the first
/// @param position 1 for the first stop of the plan
record Detail(
    int day,
    int position,
    UUID stopId,
    String placeId,
    String location,
    String activity,
    Visit visit) {

  /// The column `visit`.
  record Visit(
      Source source,
      String localName,
      Category category,
      GeoPoint position,
      Optional<String> address,
      LocalTime arrive,
      LocalTime depart,
      boolean locked,
      Optional<Money> cost,
      Optional<Leg> legFromPrevious,
      Optional<Picture> picture,
      Checks checks) {}

  static List<Detail> of(List<Day> days) {
    List<Detail> details = new ArrayList<>();
    for (int day = 1; day <= days.size(); day++) {
      for (Stop stop : days.get(day - 1).stops()) {
        details.add(of(day, details.size() + 1, stop));
      }
    }
    return details;
  }

  private static Detail of(int day, int position, Stop stop) {
    return new Detail(
        day,
        position,
        stop.id().value(),
        stop.placeId().toString(),
        stop.name(),
        stop.activity(),
        new Visit(
            stop.source(),
            stop.localName(),
            stop.category(),
            stop.position(),
            stop.address(),
            stop.arrive(),
            stop.depart(),
            stop.locked(),
            stop.cost(),
            stop.legFromPrevious(),
            stop.picture(),
            stop.checks()));
  }

  Stop toStop() {
    return new Stop(
        new StopId(stopId),
        PlaceId.parse(placeId).orElseThrow(),
        visit.source(),
        location,
        visit.localName(),
        visit.category(),
        visit.position(),
        visit.address(),
        visit.arrive(),
        visit.depart(),
        activity,
        visit.locked(),
        visit.cost(),
        visit.legFromPrevious(),
        visit.picture(),
        visit.checks());
  }
}
