package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Setting;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Exertion;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.routing.Itinerary;
import app.oddiya.domain.planning.routing.OrderedDay;
import app.oddiya.domain.planning.routing.TravelMatrix;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Times the stops that somebody has chosen, and checks them against what providers say now.
///
/// Nothing is left out or moved because it fails: what was chosen is what is checked. Where a
/// provider does not answer, the record that we hold is judged, and that is said.
public final class CheckPlan implements PlanChecker {

  private final Places places;
  private final Holidays holidays;
  private final TravelTimes travelTimes;
  private final Sky sky;
  private final ExchangeRates rates;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  /// @param ids of stops
  public CheckPlan(
      Places places,
      Holidays holidays,
      TravelTimes travelTimes,
      Weather weather,
      ExchangeRates rates,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.places = places;
    this.holidays = holidays;
    this.travelTimes = travelTimes;
    this.sky = new Sky(weather, clock);
    this.rates = rates;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Checking check(UserId traveller, Sketch sketch, List<Place> held, Deadline deadline) {
    Map<PlaceId, Place> known = known(sketch, held);
    Sightings.Found found = new Sightings(places).look(placesOf(sketch), known, halfOf(deadline));
    return found.unknown().isEmpty()
        ? checked(sketch, found.seen(), known, deadline)
        : new Checking.UnknownPlaces(found.unknown());
  }

  private Checking checked(
      Sketch sketch, Map<PlaceId, Sighting> seen, Map<PlaceId, Place> known, Deadline deadline) {
    PlanRequest wish = sketch.wish();
    Map<PlaceId, Place> planned = new HashMap<>();
    seen.forEach((id, sighting) -> planned.put(id, sighting.place()));
    Map<LocalDate, DayWeather> weather = sky.over(placesByDay(sketch, planned), deadline);
    Purse purse = Purse.of(wish, rates, deadline);
    var finder = new MustFinder(places, planned, known);
    List<Must> musts =
        wish.mustVisit().stream().map(must -> finder.find(must, wish, deadline)).toList();
    Set<PlaceId> there =
        musts.stream()
            .flatMap(must -> must.place().stream())
            .collect(Collectors.toUnmodifiableSet());
    List<Day> days = new ArrayList<>();
    Map<LocalDate, Exertion> needed = new HashMap<>();
    for (Sketch.Day day : sketch.days()) {
      Itinerary.Day timed = timed(wish, day, seen, there, deadline);
      needed.put(day.date(), timed.needed());
      days.add(
          write(
              wish, day, timed, seen, weather.getOrDefault(day.date(), new DayWeather.Unknown())));
    }
    return new Checking.Checked(
        days,
        Drafter.totals(days, purse),
        new FreshChecks(wish, musts, purse, days, needed, planned, List.of())
            .certificate(clock.instant()));
  }

  private Itinerary.Day timed(
      PlanRequest wish,
      Sketch.Day day,
      Map<PlaceId, Sighting> seen,
      Set<PlaceId> musts,
      Deadline deadline) {
    List<OrderedDay.Wanted> wanted =
        day.visits().stream().map(visit -> wanted(visit, sighting(visit, seen).place())).toList();
    TravelMatrix ways = travelTimes.between(OrderedDay.points(wanted, wish.lodging()), deadline);
    return OrderedDay.time(wish, holidays, day.date(), wanted, musts, ways);
  }

  private Day write(
      PlanRequest wish,
      Sketch.Day day,
      Itinerary.Day timed,
      Map<PlaceId, Sighting> seen,
      DayWeather weather) {
    List<Told> told =
        day.visits().stream().map(visit -> told(visit, sighting(visit, seen).standing())).toList();
    Texts texts = Texts.in(wish.language());
    return new StopWriter(
            texts, new StopChecks(texts, holidays), wish.party(), wish.lodging().isPresent(), ids)
        .write(timed, weather, told);
  }

  private static Sighting sighting(Sketch.Visit visit, Map<PlaceId, Sighting> seen) {
    Sighting sighting = seen.get(visit.placeId());
    if (sighting == null) {
      throw new IllegalStateException("not looked for: " + visit.placeId());
    }
    return sighting;
  }

  private static OrderedDay.Wanted wanted(Sketch.Visit visit, Place place) {
    return switch (visit) {
      case Sketch.Visit.Kept(var stop) -> EditedVisit.timeOf(stop, place);
      case Sketch.Visit.Wanted wanted ->
          new OrderedDay.Wanted(
              place,
              wanted.arrive().stream().mapToInt(CheckPlan::minutes).findFirst(),
              wanted.minutes());
    };
  }

  private static Told told(Sketch.Visit visit, Sighting.Standing standing) {
    return switch (visit) {
      case Sketch.Visit.Kept(var stop) -> Told.of(stop, standing);
      case Sketch.Visit.Wanted wanted ->
          new Told(
              wanted.id(),
              Optional.empty(),
              wanted.activity(),
              wanted.locked(),
              Optional.empty(),
              standing);
    };
  }

  /// The records that we hold; of a stop that we hold none of, what the stop itself says.
  static Map<PlaceId, Place> known(Sketch sketch, List<Place> held) {
    Map<PlaceId, Place> known = new HashMap<>();
    for (Sketch.Day day : sketch.days()) {
      for (Sketch.Visit visit : day.visits()) {
        if (visit instanceof Sketch.Visit.Kept(var stop)) {
          known.put(stop.placeId(), recordOf(stop));
        }
      }
    }
    held.forEach(place -> known.put(place.id(), place));
    return known;
  }

  private static Place recordOf(Stop stop) {
    return new Place(
        stop.placeId(),
        new LocalText(stop.localName(), Map.of()),
        stop.category(),
        Set.of(),
        Setting.MIXED,
        stop.position(),
        stop.address().map(address -> new LocalText(address, Map.of())),
        new OpeningHours.Unpublished(),
        Optional.empty(),
        60,
        stop.picture(),
        stop.source());
  }

  static Set<PlaceId> placesOf(Sketch sketch) {
    return sketch.days().stream()
        .flatMap(day -> day.visits().stream())
        .map(Sketch.Visit::placeId)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static SequencedMap<LocalDate, List<Place>> placesByDay(
      Sketch sketch, Map<PlaceId, Place> planned) {
    SequencedMap<LocalDate, List<Place>> byDay = new LinkedHashMap<>();
    for (Sketch.Day day : sketch.days()) {
      byDay.put(
          day.date(), day.visits().stream().map(visit -> planned.get(visit.placeId())).toList());
    }
    return byDay;
  }

  /// So that there is time left to say that a provider does not answer.
  private Deadline halfOf(Deadline deadline) {
    return deadline.atMost(deadline.remaining(clock).dividedBy(2), clock);
  }

  private static int minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }
}
