package app.oddiya.apps.plan.export;

import app.oddiya.domain.planning.place.Picture;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Plans to make files of.
public final class Stories {

  public static final Instant CHANGED = Instant.parse("2026-11-14T00:30:00Z");

  private Stories() {}

  /// As the testkit tells it: two stops, the second one over midnight, and an empty day.
  public static Plan plan() {
    return plan(Trips.trip());
  }

  public static Plan plan(Trip trip) {
    return new Plan(new PlanId(7), new UserId(41), CHANGED, CHANGED, 3, trip);
  }

  /// A trip for which nothing is planned yet.
  public static Trip empty() {
    Trip trip = Trips.trip();
    List<Day> days = trip.days().stream().map(day -> with(day, List.of())).toList();
    return trip.with(days, trip.totals(), trip.certificate());
  }

  /// The same plan with one text wherever somebody may have written what they like.
  public static Plan saying(String text) {
    Trip trip = Trips.trip();
    List<Day> days =
        trip.days().stream()
            .map(day -> with(day, day.stops().stream().map(stop -> saying(stop, text)).toList()))
            .toList();
    return plan(
        new Trip(
            text,
            Optional.of(text),
            trip.language(),
            trip.request(),
            trip.destination(),
            trip.start(),
            trip.end(),
            trip.source(),
            days,
            trip.totals(),
            trip.certificate()));
  }

  /// The same plan with one picture of every stop.
  public static Plan picturing(URI url, String source) {
    Trip trip = Trips.trip();
    Optional<Picture> picture = Optional.of(new Picture(url, source));
    List<Day> days =
        trip.days().stream()
            .map(
                day -> with(day, day.stops().stream().map(stop -> showing(stop, picture)).toList()))
            .toList();
    return plan(trip.with(days, trip.totals(), trip.certificate()));
  }

  /// The same plan, begun on another day.
  public static Plan on(LocalDate date) {
    Trip trip = Trips.trip();
    Day first = trip.days().getFirst();
    Day moved =
        new Day(date, first.weather(), first.stops(), first.freeHours(), first.legToLodging());
    return plan(trip.with(List.of(moved), trip.totals(), trip.certificate()));
  }

  private static Day with(Day day, List<Stop> stops) {
    return new Day(day.date(), day.weather(), stops, day.freeHours(), day.legToLodging());
  }

  private static Stop showing(Stop stop, Optional<Picture> picture) {
    return new Stop(
        stop.id(),
        stop.placeId(),
        stop.source(),
        stop.name(),
        stop.localName(),
        stop.category(),
        stop.position(),
        stop.address(),
        stop.arrive(),
        stop.depart(),
        stop.activity(),
        stop.locked(),
        stop.cost(),
        stop.legFromPrevious(),
        picture,
        stop.checks());
  }

  private static Stop saying(Stop stop, String text) {
    return new Stop(
        stop.id(),
        stop.placeId(),
        stop.source(),
        text,
        stop.localName(),
        stop.category(),
        stop.position(),
        Optional.of(text),
        stop.arrive(),
        stop.depart(),
        text,
        stop.locked(),
        stop.cost(),
        stop.legFromPrevious(),
        stop.picture(),
        stop.checks());
  }
}
