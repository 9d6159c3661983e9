package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.traveldata.planning.TravelDataModule;
import app.oddiya.adapters.traveldata.planning.WithoutKeysModule;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.Party;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Plans for all sorts of wishes, held against the catalogue by a validator that shares no code
/// with the solver or the checks. A failing wish is named by its seed.
class DraftedPlansTest {

  private static final CatalogueFacts FACTS = new CatalogueFacts();
  private static final UserId TRAVELLER = new UserId(1);
  private static final Deadline AMPLE = new Deadline(Instant.MAX);
  private static final List<String> INTERESTS =
      List.of("history", "food", "nature", "beach", "art", "shopping", "night-view", "family");

  private static final Places PLACES = TravelDataModule.places();
  private static final Holidays HOLIDAYS = TravelDataModule.holidays();

  static LongStream seeds() {
    return LongStream.range(0, 120);
  }

  static LongStream someSeeds() {
    return LongStream.range(0, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPlanIsTrueAndKeepsItsRules(long seed) {
    Wanted wanted = wanted(seed);
    List<DraftEvent> events = new ArrayList<>();
    Draft draft = draft(wanted.request(), events);

    assertThatItIsTrueAndKeepsItsRules(draft, wanted);
    assertThat(told(events)).isEqualTo(draft.stops());
  }

  static void assertThatItIsTrueAndKeepsItsRules(Draft draft, Wanted wanted) {
    assertThat(draft.days()).extracting(Day::date).isEqualTo(wanted.request().dates());
    assertNoPlaceTwice(draft);
    for (Day day : draft.days()) {
      assertThat(day.stops()).hasSizeBetween(3, wanted.request().pace().stopsPerDay());
      day.stops().forEach(stop -> assertStop(stop, day.date()));
      assertTimes(day);
      assertMeals(day);
    }
    assertWays(draft, wanted.request().lodging());
    assertThat(visited(draft)).containsAll(wanted.musts());
    assertThat(draft.certificate().verdict()).isNotEqualTo(Verdict.FAIL);
    assertThat(draft.certificate().findings())
        .filteredOn(finding -> finding.check() == CheckKind.PACE)
        .allMatch(finding -> finding.verdict() == Verdict.PASS);
  }

  @ParameterizedTest
  @MethodSource("someSeeds")
  void theSameWishGivesTheSamePlan(long seed) {
    PlanRequest request = wanted(seed).request();

    assertThat(draft(request, new ArrayList<>())).isEqualTo(draft(request, new ArrayList<>()));
  }

  private static void assertStop(Stop stop, LocalDate date) {
    JsonNode fact = FACTS.place(stop.source().id()).orElseThrow();
    assertThat(stop.placeId()).isEqualTo(new PlaceId("catalogue", fact.get("id").asString()));
    assertThat(stop.localName()).isEqualTo(fact.get("names").get("ko").asString());
    assertThat(stop.category().code()).isEqualTo(fact.get("category").asString());
    assertThat(stop.position())
        .isEqualTo(
            new GeoPoint(
                fact.get("position").get("lat").asDouble(),
                fact.get("position").get("lng").asDouble()));
    assertThat(stop.cost().isPresent() && !fact.has("admission")).isFalse();
    String id = stop.source().id();
    int arrive = minutes(stop.arrive());
    int depart = minutes(stop.depart());
    assertThat(FACTS.isClosed(id, date)).as(id + " is closed on " + date).isFalse();
    if (stop.checks().open().verdict() == Verdict.PASS) {
      assertThat(FACTS.isOpen(id, date, arrive, depart))
          .as("%s is open on %s %s-%s", id, date, stop.arrive(), stop.depart())
          .isTrue();
    } else {
      assertThat(stop.checks().open().verdict()).isEqualTo(Verdict.UNKNOWN);
      assertThat(FACTS.isHoliday(date) || !FACTS.isOpen(id, date, arrive, depart))
          .as("%s is not known to be open on %s", id, date)
          .isTrue();
    }
  }

  private static void assertTimes(Day day) {
    LocalTime free = LocalTime.of(9, 0);
    for (Stop stop : day.stops()) {
      assertThat(stop.arrive()).isAfterOrEqualTo(free);
      assertThat(stop.depart()).isAfter(stop.arrive());
      boolean night = stop.category() == Category.NIGHT_VIEW;
      assertThat(stop.depart()).isBeforeOrEqualTo(LocalTime.of(night ? 23 : 21, 0));
      free = stop.depart();
    }
  }

  /// Lunch and dinner, at a place to eat or in an hour in which nothing else is.
  private static void assertMeals(Day day) {
    assertThat(eats(day, FreeHours.Kind.LUNCH, LocalTime.of(11, 0), LocalTime.of(14, 30)))
        .as("lunch on " + day)
        .isTrue();
    assertThat(eats(day, FreeHours.Kind.DINNER, LocalTime.of(17, 0), LocalTime.of(20, 30)))
        .as("dinner on " + day)
        .isTrue();
    for (FreeHours hours : day.freeHours()) {
      assertThat(day.stops())
          .allMatch(
              stop -> !stop.arrive().isBefore(hours.to()) || !stop.depart().isAfter(hours.from()));
    }
  }

  private static boolean eats(Day day, FreeHours.Kind kind, LocalTime from, LocalTime to) {
    Set<Category> places =
        Set.of(Category.RESTAURANT, Category.FOOD_STREET, Category.MARKET, Category.BAR);
    return day.stops().stream()
            .anyMatch(
                stop ->
                    places.contains(stop.category())
                        && !stop.arrive().isBefore(from)
                        && !stop.arrive().isAfter(to))
        || day.freeHours().stream()
            .anyMatch(
                hours ->
                    hours.kind() == kind
                        && !hours.from().isBefore(from)
                        && !hours.from().isAfter(to)
                        && minutes(hours.to()) - minutes(hours.from()) >= 60);
  }

  private static void assertWays(Draft draft, Optional<GeoPoint> lodging) {
    for (Day day : draft.days()) {
      Optional<GeoPoint> at = lodging;
      int left = -1;
      for (Stop stop : day.stops()) {
        assertThat(stop.legFromPrevious().isPresent()).isEqualTo(at.isPresent());
        if (at.isPresent()) {
          Leg leg = stop.legFromPrevious().orElseThrow();
          assertThat((double) leg.meters())
              .isGreaterThanOrEqualTo(at.get().metersTo(stop.position()) - 1);
          if (left >= 0) {
            assertThat(minutes(stop.arrive()) - left - eaten(day, left, minutes(stop.arrive())))
                .as("time for the way to " + stop.name())
                .isGreaterThanOrEqualTo(leg.minutes());
          }
        }
        at = Optional.of(stop.position());
        left = minutes(stop.depart());
      }
      assertThat(day.legToLodging().isPresent()).isEqualTo(lodging.isPresent());
    }
  }

  private static int eaten(Day day, int from, int to) {
    return day.freeHours().stream()
        .filter(hours -> minutes(hours.from()) >= from && minutes(hours.to()) <= to)
        .mapToInt(hours -> minutes(hours.to()) - minutes(hours.from()))
        .sum();
  }

  private static void assertNoPlaceTwice(Draft draft) {
    Set<String> seen = new HashSet<>();
    draft.stops().forEach(stop -> assertThat(seen.add(stop.localName())).as(stop.name()).isTrue());
  }

  private static List<Stop> told(List<DraftEvent> events) {
    return events.stream()
        .flatMap(
            event ->
                event instanceof DraftEvent.StopFixed(var _, var stop)
                    ? Stream.of(stop)
                    : Stream.empty())
        .toList();
  }

  private static Set<PlaceId> visited(Draft draft) {
    Set<PlaceId> visited = new HashSet<>();
    draft.stops().forEach(stop -> visited.add(stop.placeId()));
    return visited;
  }

  private static int minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  record Wanted(PlanRequest request, Set<PlaceId> musts) {}

  static Wanted wanted(long seed) {
    var random = new Random(seed);
    String city = CatalogueFacts.CITIES.get((int) (seed % CatalogueFacts.CITIES.size()));
    LocalDate start = LocalDate.parse("2026-12-01").plusDays(random.nextInt(700));
    int days = 1 + random.nextInt(5);
    List<String> interests = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      interests.add(oneOf(INTERESTS, random));
    }
    Optional<PlaceId> must = random.nextInt(3) == 0 ? openAllWeek(city, random) : Optional.empty();
    Optional<GeoPoint> lodging =
        random.nextInt(3) == 0 ? Optional.of(somewhere(city, random)) : Optional.empty();
    return new Wanted(
        new PlanRequest(
            new Destination.Named(city),
            start,
            start.plusDays(days - 1L),
            new Party(1 + random.nextInt(3), random.nextInt(3)),
            Optional.empty(),
            interests,
            oneOf(List.of(Pace.values()), random),
            must.stream().<MustVisit>map(MustVisit.Known::new).toList(),
            List.of(),
            lodging,
            oneOf(List.of(Language.values()), random),
            Optional.empty()),
        must.map(Set::of).orElse(Set.of()));
  }

  /// A place that no day of any trip can be the wrong one for.
  private static Optional<PlaceId> openAllWeek(String city, Random random) {
    List<String> open =
        FACTS.ids(city).stream()
            .filter(
                id ->
                    FACTS.place(id).orElseThrow().path("hours").path("alwaysOpen").asBoolean(false))
            .toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(new PlaceId("catalogue", oneOf(open, random)));
  }

  private static GeoPoint somewhere(String city, Random random) {
    List<String> ids = FACTS.ids(city);
    JsonNode position = FACTS.place(oneOf(ids, random)).orElseThrow().get("position");
    return new GeoPoint(position.get("lat").asDouble(), position.get("lng").asDouble());
  }

  private static <T> T oneOf(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static Draft draft(PlanRequest request, List<DraftEvent> events) {
    var ids = new AtomicLong();
    Writing writing =
        new DraftPlan(
                PLACES,
                HOLIDAYS,
                TravelDataModule.travelTimes(),
                WithoutKeysModule.weather(),
                WithoutKeysModule.exchangeRates(),
                new SettableClock(),
                () -> new UUID(0, ids.incrementAndGet()),
                Effort.USUAL)
            .write(TRAVELLER, request, List.of(), events::add, AMPLE);
    assertThat(writing).as(request.toString()).isInstanceOf(Writing.Written.class);
    return ((Writing.Written) writing).draft();
  }
}
