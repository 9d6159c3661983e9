package app.oddiya.domain.testkit.story;

import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.place.Admission;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Evidence;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.OpeningRule;
import app.oddiya.domain.planning.place.Picture;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Setting;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.planning.place.Window;
import app.oddiya.domain.planning.plan.Certificate;
import app.oddiya.domain.planning.plan.Check;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Checks;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.Party;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.SourceUsed;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Totals;
import app.oddiya.domain.planning.plan.TravelMode;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Wishes, places and trips to tell stories with.
public final class Trips {

  /// A Saturday in spring on which nothing is closed for a holiday.
  public static final LocalDate A_SATURDAY = LocalDate.parse("2027-04-10");

  public static final Instant FETCHED = Instant.parse("2026-11-01T00:00:00Z");

  private Trips() {}

  /// Two days in Busan for two, with nothing special about them.
  public static PlanRequest wish() {
    return wish(new Destination.Named("Busan"), A_SATURDAY, 2);
  }

  public static PlanRequest wish(Destination destination, LocalDate start, int days) {
    return new PlanRequest(
        destination,
        start,
        start.plusDays(days - 1L),
        new Party(2, 0),
        Optional.empty(),
        List.of("history", "food"),
        Pace.BALANCED,
        List.of(),
        List.of(),
        Optional.empty(),
        Language.EN,
        Optional.empty());
  }

  /// A wish that says everything a wish can say.
  public static PlanRequest detailedWish() {
    return new PlanRequest(
        new Destination.Around(new GeoPoint(35.1796, 129.0756), 12.5),
        A_SATURDAY,
        A_SATURDAY.plusDays(1),
        new Party(2, 1),
        Optional.of(Money.won(300_000)),
        List.of("beach", "night-view", "저녁 산책"),
        Pace.RELAXED,
        List.of(
            new MustVisit.Called("해운대"),
            new MustVisit.Known(new PlaceId("catalogue", "busan-gamcheon-culture-village"))),
        List.of("aquarium"),
        Optional.of(new GeoPoint(35.1587, 129.1604)),
        Language.KO,
        Optional.of("조용한 곳이 좋아요 🌊"));
  }

  /// A museum that is open 09:00-18:00, last admission 17:00, from Tuesday to Sunday.
  public static Place museum(String id, GeoPoint position) {
    return place(
        id,
        Category.MUSEUM,
        Set.of(Interest.HISTORY),
        Setting.INDOOR,
        position,
        new OpeningHours.Timetable(
            List.of(
                daily(
                    EnumSet.complementOf(EnumSet.of(DayOfWeek.MONDAY)),
                    new Window(9 * 60, 18 * 60, OptionalInt.of(17 * 60)))),
            Set.of(DayOfWeek.MONDAY),
            Set.of(),
            List.of(),
            OpeningHours.OnHolidays.UNSTATED,
            OpeningHours.OnFestivals.UNSTATED,
            evidence()));
  }

  /// A park that is never closed.
  public static Place park(String id, GeoPoint position) {
    return place(
        id,
        Category.PARK,
        Set.of(Interest.NATURE),
        Setting.OUTDOOR,
        position,
        new OpeningHours.Always(evidence()));
  }

  /// A restaurant that is open 11:00-21:00 on every day.
  public static Place restaurant(String id, GeoPoint position) {
    return place(
        id,
        Category.RESTAURANT,
        Set.of(Interest.FOOD),
        Setting.INDOOR,
        position,
        new OpeningHours.Timetable(
            List.of(
                daily(
                    EnumSet.allOf(DayOfWeek.class),
                    new Window(11 * 60, 21 * 60, OptionalInt.empty()))),
            Set.of(),
            Set.of(),
            List.of(),
            OpeningHours.OnHolidays.UNSTATED,
            OpeningHours.OnFestivals.OPEN,
            evidence()));
  }

  public static Place place(
      String id,
      Category category,
      Set<Interest> interests,
      Setting setting,
      GeoPoint position,
      OpeningHours hours) {
    return new Place(
        new PlaceId("memory", id),
        new LocalText("장소 " + id, Map.of(Language.EN, "Place " + id)),
        category,
        interests,
        setting,
        position,
        Optional.of(new LocalText("길 " + id, Map.of())),
        hours,
        Optional.of(new Admission(Money.won(3000), Optional.of(Money.won(1000)), evidence())),
        60,
        Optional.empty(),
        new Source("memory", id, FETCHED));
  }

  public static OpeningRule daily(Set<DayOfWeek> days, Window window) {
    return new OpeningRule(MonthDay.of(1, 1), MonthDay.of(12, 31), days, window);
  }

  public static Evidence evidence() {
    return new Evidence(List.of("https://example.org/places"), "2026-11", Optional.of("2026-05"));
  }

  public static Picture picture() {
    return new Picture(URI.create("https://example.org/night.jpg"), "Example Tourism");
  }

  /// A trip of two days that uses every part a trip can have.
  public static Trip trip() {
    PlanRequest request = detailedWish();
    Stop morning = stop(1, "아침", LocalTime.of(9, 30), LocalTime.of(11, 0), Optional.empty());
    Stop night =
        stop(
            2,
            "밤",
            LocalTime.of(23, 0),
            LocalTime.of(0, 30),
            Optional.of(new Leg(TravelMode.TRANSIT, 25, 7200, true)));
    DayWeather rain =
        new DayWeather.Forecast(
            9.5,
            17.25,
            List.of(new DayWeather.Rain(LocalDateTime.of(A_SATURDAY, LocalTime.NOON), 1.2)));
    return new Trip(
        "부산 2일",
        request.notes(),
        request.language(),
        Optional.of(request),
        request.destination(),
        request.start(),
        request.end(),
        PlanSource.OPTIMIZER,
        List.of(
            new Day(
                A_SATURDAY,
                rain,
                List.of(morning, night),
                List.of(
                    new FreeHours(FreeHours.Kind.LUNCH, LocalTime.of(12, 0), LocalTime.of(13, 15))),
                Optional.of(new Leg(TravelMode.CAR, 12, 5100, false))),
            new Day(
                A_SATURDAY.plusDays(1),
                new DayWeather.Unknown(),
                List.of(),
                List.of(),
                Optional.empty())),
        new Totals(Money.won(7000), 1, Optional.empty()),
        Certificate.of(
            Instant.parse("2026-11-14T00:30:00.123456Z"),
            List.of(
                new Finding(Optional.of(night.id()), CheckKind.OPEN, Verdict.UNKNOWN, "몰라요"),
                new Finding(Optional.empty(), CheckKind.BUDGET, Verdict.PASS, "7,000")),
            List.of(new SourceUsed("memory", FETCHED))));
  }

  /// The same trip without the last stop of its first day.
  public static Trip shorter(Trip trip) {
    Day first = trip.days().getFirst();
    var shorter =
        new Day(
            first.date(),
            first.weather(),
            first.stops().subList(0, first.stops().size() - 1),
            first.freeHours(),
            first.legToLodging());
    return trip.with(
        Stream.concat(Stream.of(shorter), trip.days().stream().skip(1)).toList(),
        trip.totals(),
        trip.certificate());
  }

  /// The same trip, each of its stops resting on a record that was read a day later.
  public static Trip fetchedLater(Trip trip) {
    return trip.with(
        trip.days().stream()
            .map(
                day ->
                    new Day(
                        day.date(),
                        day.weather(),
                        day.stops().stream().map(Trips::fetchedLater).toList(),
                        day.freeHours(),
                        day.legToLodging()))
            .toList(),
        trip.totals(),
        trip.certificate());
  }

  private static Stop fetchedLater(Stop stop) {
    Source source = stop.source();
    return new Stop(
        stop.id(),
        stop.placeId(),
        new Source(source.provider(), source.id(), source.fetchedAt().plus(Duration.ofDays(1))),
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
        stop.picture(),
        stop.checks());
  }

  /// That of [#trip], written by hand.
  public static Trip byHand() {
    Trip trip = trip();
    return new Trip(
        trip.title(),
        Optional.empty(),
        trip.language(),
        Optional.empty(),
        trip.destination(),
        trip.start(),
        trip.end(),
        PlanSource.MANUAL,
        trip.days(),
        trip.totals(),
        trip.certificate());
  }

  /// The days of [#trip] with one visit that stays as it is, one of which everything is said, and
  /// one of which nothing is.
  public static Sketch sketch() {
    Trip trip = trip();
    Stop kept = trip.days().getFirst().stops().getFirst();
    Stop moved = trip.days().getFirst().stops().getLast();
    return new Sketch(
        trip.wish(),
        List.of(
            new Sketch.Day(
                A_SATURDAY,
                List.of(
                    new Sketch.Visit.Kept(kept),
                    new Sketch.Visit.Wanted(
                        Optional.of(moved.id()),
                        moved.placeId(),
                        Optional.of(LocalTime.of(22, 5)),
                        OptionalInt.of(45),
                        Optional.of("야경 🌃"),
                        true))),
            new Sketch.Day(
                A_SATURDAY.plusDays(1),
                List.of(
                    new Sketch.Visit.Wanted(
                        Optional.empty(),
                        new PlaceId("memory", "garden"),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        false)))));
  }

  private static Stop stop(
      int number, String activity, LocalTime arrive, LocalTime depart, Optional<Leg> leg) {
    Place place = museum("stop-" + number, new GeoPoint(35.1 + number / 100.0, 129.05));
    return new Stop(
        new StopId(new UUID(0, number)),
        place.id(),
        place.source(),
        place.names().in(Language.EN),
        place.names().local(),
        place.category(),
        place.position(),
        place.address().map(LocalText::local),
        arrive,
        depart,
        activity,
        number == 1,
        number == 1 ? Optional.of(Money.won(7000)) : Optional.empty(),
        leg,
        number == 1 ? Optional.empty() : Optional.of(picture()),
        new Checks(
            new Check(Verdict.PASS, "있음"),
            new Check(number == 1 ? Verdict.PASS : Verdict.UNKNOWN, "몰라요"),
            new Check(Verdict.PASS, "가까움"),
            new Check(Verdict.FAIL, "비")));
  }
}
