package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.Checks;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.Party;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.routing.Itinerary;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;

/// Puts the visits of an itinerary into words and checks each of them.
final class StopWriter {

  private final Texts texts;
  private final StopChecks checks;
  private final Party party;
  private final boolean fromLodging;
  private final Supplier<UUID> ids;

  /// @param fromLodging whether each day starts and ends at a lodging that the traveller named
  StopWriter(Texts texts, StopChecks checks, Party party, boolean fromLodging, Supplier<UUID> ids) {
    this.texts = texts;
    this.checks = checks;
    this.party = party;
    this.fromLodging = fromLodging;
    this.ids = ids;
  }

  /// @param told of each visit, in their order
  Day write(Itinerary.Day day, DayWeather weather, List<Told> told) {
    List<Stop> stops = new ArrayList<>();
    OptionalInt left = OptionalInt.empty();
    for (int i = 0; i < told.size(); i++) {
      Itinerary.Visit visit = day.visits().get(i);
      OptionalInt free =
          left.isPresent()
              ? OptionalInt.of(free(day, left.getAsInt(), visit.arrive()))
              : OptionalInt.empty();
      stops.add(stop(visit, told.get(i), day.date(), weather, free));
      left = OptionalInt.of(visit.depart());
    }
    return new Day(
        day.date(), weather, stops, day.freeHours(), fromLodging ? day.back() : Optional.empty());
  }

  private Stop stop(
      Itinerary.Visit visit, Told told, LocalDate date, DayWeather weather, OptionalInt free) {
    Place place = visit.place();
    boolean first = free.isEmpty();
    Optional<Leg> way = first && !fromLodging ? Optional.<Leg>empty() : visit.way();
    String name = told.name().orElseGet(() -> place.names().in(texts.language()));
    return new Stop(
        told.id().orElseGet(() -> new StopId(ids.get())),
        place.id(),
        place.source(),
        name,
        place.names().local(),
        place.category(),
        place.position(),
        place.address().map(this::address),
        time(visit.arrive()),
        time(visit.depart()),
        told.activity().orElseGet(() -> usualActivity(visit, name)),
        told.locked(),
        place
            .admission()
            .flatMap(price -> price.of(party.adults(), party.children()))
            .or(told::cost),
        way,
        place.picture(),
        new Checks(
            checks.exists(place, told.standing()),
            checks.open(place, date, visit.arrive(), visit.depart()),
            checks.travel(way, free),
            checks.weather(place, weather, date, visit.arrive(), visit.depart())));
  }

  private String usualActivity(Itinerary.Visit visit, String name) {
    return visit
        .meal()
        .map(meal -> texts.activity(meal, name))
        .orElseGet(() -> texts.activity(visit.place().category(), name));
  }

  private String address(LocalText address) {
    return address.in(texts.language());
  }

  /// The minutes between two stops that no meal takes up.
  static int free(Itinerary.Day day, int from, int to) {
    int eating =
        day.freeHours().stream()
            .filter(hours -> minutes(hours.from()) >= from && minutes(hours.to()) <= to)
            .mapToInt(StopWriter::length)
            .sum();
    return to - from - eating;
  }

  private static int length(FreeHours hours) {
    return minutes(hours.to()) - minutes(hours.from());
  }

  private static int minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private static LocalTime time(int minutes) {
    return LocalTime.ofSecondOfDay(Math.floorMod(minutes, 1440) * 60L);
  }
}
