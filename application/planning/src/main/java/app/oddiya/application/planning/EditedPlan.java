package app.oddiya.application.planning;

import app.oddiya.application.planning.Instruction.DayName;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The days of a plan that is being changed, and the wish that they are held against.
final class EditedPlan {

  private final Places places;
  private final Holidays holidays;
  private final TravelTimes travelTimes;
  private final Deadline deadline;
  private final List<LocalDate> dates;
  private final Map<Area, List<Place>> offered;
  private final List<List<EditedVisit>> days = new ArrayList<>();
  private PlanRequest wish;

  /// @param known the places of all stops
  /// @param locked stops that stay as they are
  /// @param offered what has been asked for before, and will be
  EditedPlan(
      Places places,
      Holidays holidays,
      TravelTimes travelTimes,
      Sketch sketch,
      Map<PlaceId, Place> known,
      Set<StopId> locked,
      Map<Area, List<Place>> offered,
      Deadline deadline) {
    this.places = places;
    this.holidays = holidays;
    this.travelTimes = travelTimes;
    this.wish = sketch.wish();
    this.offered = offered;
    this.deadline = deadline;
    this.dates = sketch.days().stream().map(Sketch.Day::date).toList();
    for (Sketch.Day day : sketch.days()) {
      List<EditedVisit> visits = new ArrayList<>();
      for (Sketch.Visit visit : day.visits()) {
        if (visit instanceof Sketch.Visit.Kept(var stop)) {
          visits.add(EditedVisit.of(stop, placeOf(stop, known), locked.contains(stop.id())));
        }
      }
      days.add(visits);
    }
  }

  private static Place placeOf(Stop stop, Map<PlaceId, Place> known) {
    return Optional.ofNullable(known.get(stop.placeId())).orElseThrow();
  }

  PlanRequest wish() {
    return wish;
  }

  void wishFor(PlanRequest another) {
    wish = another;
  }

  /// The plan as it is now, still to be timed and checked.
  Sketch sketch() {
    List<Sketch.Day> sketched = new ArrayList<>();
    for (int day = 0; day < days.size(); day++) {
      sketched.add(
          new Sketch.Day(
              dates.get(day), days.get(day).stream().map(EditedVisit::sketched).toList()));
    }
    return new Sketch(wish, sketched);
  }

  /// Which days are meant, 0 for the first; all of them where none is named.
  List<Integer> days(Optional<DayName> named) {
    return IntStream.range(0, days.size())
        .filter(day -> named.isEmpty() || named.get().isOf(dates.get(day), dates))
        .boxed()
        .toList();
  }

  /// The visits of a day as it is now.
  List<EditedVisit> visits(int day) {
    return List.copyOf(days.get(day));
  }

  Stream<EditedVisit> visits() {
    return days.stream().flatMap(List::stream);
  }

  Alternatives alternatives() {
    return new Alternatives(places, offered, wish, visits().toList(), deadline);
  }

  /// Adds a place where it upsets least; not, if it has room nowhere.
  boolean insert(Place place, Optional<DayName> named) {
    int best = -1;
    Optional<DayFitting.Fit> least = Optional.empty();
    for (int day : days(named)) {
      Optional<DayFitting.Fit> fit = fitting(day, List.of(place)).insert(place);
      if (fit.isPresent()
          && (least.isEmpty() || DayFitting.Fit.BY_UPSET.compare(fit.get(), least.get()) < 0)) {
        least = fit;
        best = day;
      }
    }
    if (least.isEmpty()) {
      return false;
    }
    settle(best, least.get());
    return true;
  }

  /// Puts a place in the place of the visit that is least worth keeping, where a plan is full.
  boolean exchange(Place place, Optional<DayName> named) {
    for (int day : days(named)) {
      List<EditedVisit> visits = visits(day);
      DayFitting fitting = fitting(day, List.of(place));
      for (EditedVisit visit : visits.stream().filter(this::mayGo).sorted(byWorth()).toList()) {
        Optional<DayFitting.Fit> fit = fitting.replace(visits.indexOf(visit), place);
        if (fit.isPresent()) {
          settle(day, fit.get());
          return true;
        }
      }
    }
    return false;
  }

  /// Puts the best of the places that suit in the place of a visit.
  boolean replace(int day, int at, Predicate<Place> suits) {
    GeoPoint here = days.get(day).get(at).place().position();
    boolean meal = fitting(day, List.of()).isMeal(at);
    List<Place> candidates =
        alternatives()
            .best(
                place -> suits.test(place) && (meal ? place.servesMeals() : place.isSight()), here);
    DayFitting fitting = fitting(day, candidates);
    return settleFirst(day, candidates, place -> fitting.replace(at, place));
  }

  /// Adds the best of all sights that have room in a day as it is.
  boolean addSight(int day) {
    GeoPoint here =
        days.get(day).isEmpty() ? alternatives().middle() : Alternatives.middle(days.get(day));
    List<Place> candidates = alternatives().best(Place::isSight, here);
    DayFitting fitting = fitting(day, candidates);
    return settleFirst(
        day, candidates, place -> fitting.insert(place).filter(fit -> fit.moved() == 0));
  }

  private boolean settleFirst(
      int day, List<Place> candidates, Function<Place, Optional<DayFitting.Fit>> fits) {
    for (Place place : candidates) {
      Optional<DayFitting.Fit> fit = fits.apply(place);
      if (fit.isPresent()) {
        settle(day, fit.get());
        return true;
      }
    }
    return false;
  }

  private void settle(int day, DayFitting.Fit fit) {
    days.set(day, new ArrayList<>(fit.visits()));
  }

  private DayFitting fitting(int day, List<Place> candidates) {
    return new DayFitting(
        wish, holidays, travelTimes, dates.get(day), days.get(day), candidates, deadline);
  }

  void drop(int day, int at) {
    days.get(day).remove(at);
  }

  void drop(Set<EditedVisit> visits) {
    days.forEach(each -> each.removeAll(visits));
  }

  /// Leaves out the visit of a day that is least worth keeping; not, if all have to stay.
  boolean dropLeastWanted(int day) {
    List<EditedVisit> visits = days.get(day);
    return visits.stream().filter(this::mayGo).min(byWorth()).filter(visits::remove).isPresent();
  }

  /// Whether a visit is neither locked nor wished for.
  boolean mayGo(EditedVisit visit) {
    return !visit.locked() && !isWishedFor(visit);
  }

  boolean isWishedFor(EditedVisit visit) {
    return wish.mustVisit().stream().anyMatch(must -> Naming.isOf(must, visit.place()));
  }

  /// Where there is a meal to be had it is the last to go.
  private Comparator<EditedVisit> byWorth() {
    return Comparator.comparing((EditedVisit visit) -> visit.place().servesMeals())
        .thenComparingInt(visit -> alternatives().appeal(visit.place()));
  }
}
