package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Openness;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.routing.Itinerary;
import app.oddiya.domain.planning.routing.OrderedDay;
import app.oddiya.domain.planning.routing.TravelMatrix;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Fits places into one day of a plan so that nothing there becomes worse, and as little as can be
/// changes.
final class DayFitting {

  private static final int DAY_ENDS = 21 * 60;
  private static final int NIGHT_ENDS = 23 * 60;

  private final PlanRequest wish;
  private final Holidays holidays;
  private final LocalDate date;
  private final List<EditedVisit> visits;
  private final List<GeoPoint> points;
  private final TravelMatrix ways;
  private final int faultsBefore;
  private final int travelBefore;

  /// @param candidates that may be fitted in
  DayFitting(
      PlanRequest wish,
      Holidays holidays,
      TravelTimes travelTimes,
      LocalDate date,
      List<EditedVisit> visits,
      List<Place> candidates,
      Deadline deadline) {
    this.wish = wish;
    this.holidays = holidays;
    this.date = date;
    this.visits = List.copyOf(visits);
    this.points =
        List.copyOf(
            new LinkedHashSet<>(
                Stream.of(
                        visits.stream().map(EditedVisit::place).map(Place::position),
                        candidates.stream().map(Place::position),
                        wish.lodging().stream())
                    .flatMap(each -> each)
                    .toList()));
    this.ways = travelTimes.between(points, deadline);
    Itinerary.Day before = timed(this.visits);
    this.faultsBefore = faults(before);
    this.travelBefore = travel(before);
  }

  /// A day that could be.
  ///
  /// @param moved how many stops begin at another time
  /// @param travel minutes more on the way
  record Fit(List<EditedVisit> visits, int moved, int travel) {

    static final Comparator<Fit> BY_UPSET =
        Comparator.comparingInt(Fit::moved).thenComparingInt(Fit::travel);
  }

  /// The day with one more visit; empty if it does not fit in.
  Optional<Fit> insert(Place place) {
    if (visits.size() >= wish.pace().stopsPerDay()) {
      return Optional.empty();
    }
    for (boolean moving : List.of(false, true)) {
      List<Fit> fits = new ArrayList<>();
      for (int at = 0; at <= visits.size(); at++) {
        fit(with(place, at, at, moving)).ifPresent(fits::add);
      }
      if (!fits.isEmpty()) {
        return fits.stream().min(Fit.BY_UPSET);
      }
    }
    return Optional.empty();
  }

  /// The day with another visit in the place of the one at `index`; empty if it does not fit.
  Optional<Fit> replace(int index, Place place) {
    return fit(with(place, index, index + 1, false))
        .or(() -> fit(with(place, index, index + 1, true)));
  }

  /// @param moving whether the visits after it may begin at other times
  private List<EditedVisit> with(Place place, int before, int after, boolean moving) {
    return Stream.of(
            visits.stream().limit(before),
            Stream.of(EditedVisit.ofNew(place)),
            visits.stream().skip(after).map(each -> moving ? each.movable() : each))
        .flatMap(each -> each)
        .toList();
  }

  /// Whether a meal is had at the visit at `index`.
  boolean isMeal(int index) {
    return timed(visits).visits().get(index).meal().isPresent();
  }

  private Optional<Fit> fit(List<EditedVisit> day) {
    Itinerary.Day timed = timed(day);
    if (faults(timed) > faultsBefore) {
      return Optional.empty();
    }
    List<EditedVisit> settled = new ArrayList<>();
    for (int i = 0; i < day.size(); i++) {
      Itinerary.Visit visit = timed.visits().get(i);
      settled.add(day.get(i).at(visit.arrive(), visit.depart()));
    }
    int moved =
        (int) settled.stream().filter(each -> each.stop().isPresent() && !each.isAsItWas()).count();
    return Optional.of(new Fit(settled, moved, travel(timed) - travelBefore));
  }

  private Itinerary.Day timed(List<EditedVisit> day) {
    List<OrderedDay.Wanted> wanted = day.stream().map(EditedVisit::time).toList();
    List<Integer> at =
        OrderedDay.points(wanted, wish.lodging()).stream().map(points::indexOf).toList();
    var matrix =
        new TravelMatrix(
            at.stream().map(from -> at.stream().map(to -> ways.leg(from, to)).toList()).toList());
    return OrderedDay.time(wish, holidays, date, wanted, Set.of(), matrix);
  }

  /// What is wrong with a day: places that are not open, ways that take too long, visits at night,
  /// meals without time.
  private int faults(Itinerary.Day day) {
    int faults = 0;
    for (int i = 0; i < day.visits().size(); i++) {
      Itinerary.Visit visit = day.visits().get(i);
      faults += isOpen(visit) ? 0 : 1;
      faults += i == 0 || isInTime(day, day.visits().get(i - 1), visit) ? 0 : 1;
      boolean night = visit.place().category() == Category.NIGHT_VIEW;
      faults += visit.depart() <= (night ? NIGHT_ENDS : DAY_ENDS) ? 0 : 1;
    }
    return faults + missingMeals(day);
  }

  private boolean isOpen(Itinerary.Visit visit) {
    return switch (Openness.during(
        visit.place().hours(), date, visit.arrive(), visit.depart(), holidays)) {
      case Openness.Open _, Openness.Unknown _ -> true;
      case Openness.ClosedThatDay _, Openness.OutsideHours _, Openness.AfterLastAdmission _ ->
          false;
    };
  }

  private static boolean isInTime(
      Itinerary.Day day, Itinerary.Visit before, Itinerary.Visit visit) {
    return visit.way().map(Leg::minutes).orElse(0)
        <= StopWriter.free(day, before.depart(), visit.arrive());
  }

  private static int missingMeals(Itinerary.Day day) {
    if (day.visits().isEmpty()
        || day.visits().getLast().depart() - day.visits().getFirst().arrive()
            <= FreeHours.LONG_DAY_MINUTES) {
      return 0;
    }
    Set<FreeHours.Kind> missing = EnumSet.allOf(FreeHours.Kind.class);
    day.visits().forEach(visit -> visit.meal().ifPresent(missing::remove));
    day.freeHours().forEach(free -> missing.remove(free.kind()));
    return missing.size();
  }

  private static int travel(Itinerary.Day day) {
    return Stream.concat(
            day.visits().stream().flatMap(visit -> visit.way().stream()), day.back().stream())
        .mapToInt(Leg::minutes)
        .sum();
  }
}
