package app.oddiya.domain.planning.routing;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.DayHours;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Window;
import app.oddiya.domain.planning.plan.Exertion;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stamina;
import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Times the visits of a day that somebody has put in an order.
///
/// A visit with a time of its own keeps it, whether one can be there by then or not: nothing is
/// moved that was not left open. Every other begins as early as the way there and the opening hours
/// allow, in pieces of time as in [TripRouting]; where it is not open any more that day, when one
/// can be there. A long day is given an hour for each meal that it has no place for.
public final class OrderedDay {

  /// A stop belongs to the day on which it begins.
  private static final int LAST_START = 24 * 60 - TripRouting.GRAIN;

  private final PlanRequest wish;
  private final Holidays holidays;
  private final Offers offers;
  private final Stamina stamina;
  private final LocalDate date;
  private final List<Wanted> wanted;
  private final Set<PlaceId> musts;
  private final TravelMatrix ways;

  private final List<Itinerary.Visit> visits = new ArrayList<>();
  private final List<FreeHours> freeHours = new ArrayList<>();

  /// @param ways between [#points] of the same visits
  private OrderedDay(
      PlanRequest wish,
      Holidays holidays,
      LocalDate date,
      List<Wanted> wanted,
      Set<PlaceId> musts,
      TravelMatrix ways) {
    this.wish = wish;
    this.holidays = holidays;
    this.stamina = Stamina.of(wish);
    this.offers = new Offers(wish, stamina, holidays, Map.of());
    this.date = date;
    this.wanted = wanted;
    this.musts = musts;
    this.ways = ways;
  }

  /// A visit to be timed.
  ///
  /// @param arrive minutes from midnight; empty: as early as can be
  /// @param minutes empty: as long as is usual at the pace of the trip
  public record Wanted(Place place, OptionalInt arrive, OptionalInt minutes) {}

  /// The points between which ways are needed: the visits' in their order, then the lodging.
  public static List<GeoPoint> points(List<Wanted> wanted, Optional<GeoPoint> lodging) {
    return Stream.concat(wanted.stream().map(each -> each.place().position()), lodging.stream())
        .toList();
  }

  /// @param wish whose lodging and pace count
  /// @param musts the places that the trip has to visit
  /// @param ways between [#points] of the same visits and the wish's lodging
  public static Itinerary.Day time(
      PlanRequest wish,
      Holidays holidays,
      LocalDate date,
      List<Wanted> wanted,
      Set<PlaceId> musts,
      TravelMatrix ways) {
    OrderedDay straight = new OrderedDay(wish, holidays, date, wanted, musts, ways);
    straight.timeVisits(Set.of());
    Set<FreeHours.Kind> missing = straight.isLong() ? straight.mealsWithoutPlace() : Set.of();
    if (missing.isEmpty()) {
      return straight.finished();
    }
    OrderedDay withMeals = new OrderedDay(wish, holidays, date, wanted, musts, ways);
    withMeals.timeVisits(missing);
    return withMeals.finished();
  }

  private Itinerary.Day finished() {
    for (FreeHours.Kind meal : mealsWithoutPlace()) {
      gapFor(meal).ifPresent(begin -> freeHours.add(freeHour(meal, begin)));
    }
    freeHours.sort(Comparator.comparing(FreeHours::from));
    Optional<Leg> back =
        wish.lodging().isPresent() && !visits.isEmpty()
            ? Optional.of(ways.leg(visits.size() - 1, visits.size()))
            : Optional.empty();
    Exertion needed =
        Necessity.of(
            ways,
            IntStream.range(0, visits.size()).boxed().toList(),
            visit -> musts.contains(wanted.get(visit).place().id()),
            wish.lodging().isPresent() ? OptionalInt.of(visits.size()) : OptionalInt.empty());
    return new Itinerary.Day(date, visits, freeHours, back, needed);
  }

  /// @param meals for which time is to be kept free
  private void timeVisits(Set<FreeHours.Kind> meals) {
    Set<FreeHours.Kind> hungry = EnumSet.noneOf(FreeHours.Kind.class);
    hungry.addAll(meals);
    for (int i = 0; i < wanted.size(); i++) {
      Wanted each = wanted.get(i);
      int minutes = each.minutes().orElseGet(() -> offers.minutes(each.place()));
      int arrive =
          each.arrive().isPresent() ? each.arrive().getAsInt() : earliest(i, minutes, hungry);
      Optional<FreeHours.Kind> meal = mealAt(each.place(), arrive);
      meal.ifPresent(hungry::remove);
      visits.add(new Itinerary.Visit(each.place(), arrive, arrive + minutes, meal, way(i)));
    }
  }

  private int earliest(int index, int minutes, Set<FreeHours.Kind> hungry) {
    Place place = wanted.get(index).place();
    if (visits.isEmpty()) {
      int leave = TripRouting.LEAVE + way(index).map(Leg::minutes).orElse(0);
      return opening(place, Math.max(Offers.DAY_BEGINS, leave), minutes);
    }
    int left = visits.getLast().depart();
    int arrive = opening(place, left + wayAndRest(index), minutes);
    for (FreeHours.Kind meal : List.copyOf(hungry)) {
      TourProblem.Meal time = TripRouting.meal(meal);
      int from = time.starts().earliest() * TripRouting.GRAIN;
      int to = time.starts().latest() * TripRouting.GRAIN;
      boolean now = left >= from && !tableAhead(index);
      boolean last = arrive + minutes > to && mealAt(place, arrive).isEmpty();
      if (left <= to && (now || last)) {
        FreeHours free = freeHour(meal, Math.max(left, from));
        freeHours.add(free);
        hungry.remove(meal);
        left = minutes(free.to());
        arrive = opening(place, left + wayAndRest(index), minutes);
      }
    }
    return arrive;
  }

  private boolean tableAhead(int index) {
    return wanted.stream().skip(index).anyMatch(each -> each.place().servesMeals());
  }

  /// The first moment from `ready` on at which the place lets one in for so long.
  private int opening(Place place, int ready, int minutes) {
    int from =
        onGrid(
            place.category() == Category.NIGHT_VIEW ? Math.max(ready, Offers.sunset(date)) : ready);
    OptionalInt open =
        place.hours().on(date, holidays) instanceof DayHours.Open(var windows)
            ? windows.stream().flatMapToInt(each -> start(each, from, minutes)).min()
            : OptionalInt.empty();
    return Math.min(LAST_START, open.orElse(from));
  }

  private static IntStream start(Window window, int from, int minutes) {
    int start = Math.max(from, onGrid(window.open()));
    return start <= window.latestStart(minutes) ? IntStream.of(start) : IntStream.empty();
  }

  private Optional<Leg> way(int to) {
    if (to > 0) {
      return Optional.of(ways.leg(to - 1, to));
    }
    return wish.lodging().isPresent() ? Optional.of(ways.leg(wanted.size(), to)) : Optional.empty();
  }

  private int wayAndRest(int to) {
    return way(to).map(Leg::minutes).orElse(0) + stamina.restMinutes();
  }

  private boolean isLong() {
    return !visits.isEmpty()
        && visits.getLast().depart() - visits.getFirst().arrive() > FreeHours.LONG_DAY_MINUTES;
  }

  private Set<FreeHours.Kind> mealsWithoutPlace() {
    Set<FreeHours.Kind> missing = EnumSet.allOf(FreeHours.Kind.class);
    visits.forEach(visit -> visit.meal().ifPresent(missing::remove));
    freeHours.forEach(free -> missing.remove(free.kind()));
    return missing;
  }

  private static Optional<FreeHours.Kind> mealAt(Place place, int arrive) {
    return place.servesMeals()
        ? Stream.of(FreeHours.Kind.values())
            .filter(kind -> kind.isBegunAt(time(arrive)))
            .findFirst()
        : Optional.empty();
  }

  /// When an hour for a meal can begin: between two visits, of a long day also before the first and
  /// after the last; as near to the usual time as can be.
  private OptionalInt gapFor(FreeHours.Kind meal) {
    TourProblem.Meal time = TripRouting.meal(meal);
    int usual = time.usual() * TripRouting.GRAIN;
    boolean ends = isLong();
    List<Integer> begins = new ArrayList<>();
    for (int i = ends ? 0 : 1; i < visits.size() + (ends ? 1 : 0); i++) {
      int from = i == 0 ? Offers.DAY_BEGINS : onGrid(visits.get(i - 1).depart());
      int until =
          i == visits.size()
              ? TripRouting.BACK
              : visits.get(i).arrive() - way(i).map(Leg::minutes).orElse(0);
      int first = Math.max(from, time.starts().earliest() * TripRouting.GRAIN);
      int last = Math.min(until - FreeHours.MINUTES, time.starts().latest() * TripRouting.GRAIN);
      last = Math.floorDiv(last, TripRouting.GRAIN) * TripRouting.GRAIN;
      if (first <= last && isFree(first, last + FreeHours.MINUTES)) {
        begins.add(Math.clamp(usual, first, last));
      }
    }
    return begins.stream()
        .min(Comparator.comparingInt(begin -> Math.abs(begin - usual)))
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private boolean isFree(int from, int to) {
    return freeHours.stream()
        .noneMatch(free -> minutes(free.from()) < to && minutes(free.to()) > from);
  }

  private static FreeHours freeHour(FreeHours.Kind meal, int begin) {
    int from = onGrid(begin);
    return new FreeHours(meal, time(from), time(from + FreeHours.MINUTES));
  }

  private static int onGrid(int minutes) {
    return Math.ceilDiv(minutes, TripRouting.GRAIN) * TripRouting.GRAIN;
  }

  private static LocalTime time(int minutes) {
    return LocalTime.ofSecondOfDay(Math.floorMod(minutes, 24 * 60) * 60L);
  }

  private static int minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }
}
