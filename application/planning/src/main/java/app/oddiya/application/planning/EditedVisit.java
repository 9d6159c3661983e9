package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.routing.OrderedDay;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;

/// A visit of a plan that is being changed.
///
/// @param stop that it is in the plan; empty for a new one
/// @param locked whether it has to stay as it is
/// @param time as in [OrderedDay.Wanted]
record EditedVisit(Optional<Stop> stop, boolean locked, OrderedDay.Wanted time) {

  static EditedVisit ofNew(Place place) {
    return new EditedVisit(
        Optional.empty(),
        false,
        new OrderedDay.Wanted(place, OptionalInt.empty(), OptionalInt.empty()));
  }

  static EditedVisit of(Stop stop, Place place, boolean locked) {
    return new EditedVisit(Optional.of(stop), locked, timeOf(stop, place));
  }

  /// A stop as a visit at its time and of its length.
  static OrderedDay.Wanted timeOf(Stop stop, Place place) {
    int arrive = minutes(stop.arrive());
    return new OrderedDay.Wanted(
        place,
        OptionalInt.of(arrive),
        OptionalInt.of(Math.floorMod(minutes(stop.depart()) - arrive, 24 * 60)));
  }

  Place place() {
    return time.place();
  }

  /// The same visit, which may begin at any time if it is not locked.
  EditedVisit movable() {
    return locked
        ? this
        : new EditedVisit(
            stop, false, new OrderedDay.Wanted(place(), OptionalInt.empty(), time.minutes()));
  }

  /// The same visit at a time.
  EditedVisit at(int arrive, int depart) {
    return new EditedVisit(
        stop,
        locked,
        new OrderedDay.Wanted(place(), OptionalInt.of(arrive), OptionalInt.of(depart - arrive)));
  }

  /// Whether it is a stop of the plan that begins when it did.
  boolean isAsItWas() {
    return stop.isPresent() && time.equals(timeOf(stop.get(), place()));
  }

  Sketch.Visit sketched() {
    if (isAsItWas()) {
      return new Sketch.Visit.Kept(stop.orElseThrow());
    }
    return new Sketch.Visit.Wanted(
        stop.map(Stop::id),
        place().id(),
        time.arrive().stream().mapToObj(at -> LocalTime.ofSecondOfDay(at * 60L)).findFirst(),
        time.minutes(),
        stop.map(Stop::activity),
        locked);
  }

  private static int minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }
}
