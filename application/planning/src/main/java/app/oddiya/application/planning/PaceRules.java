package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.Stop;
import java.time.LocalTime;
import java.util.Map;

/// How full a day may be and when it has its meals.
///
/// @param places those of all stops
record PaceRules(Pace pace, Map<PlaceId, Place> places) {

  private static final LocalTime DAY_BEGINS = LocalTime.of(9, 0);
  private static final LocalTime DAY_ENDS = LocalTime.of(21, 0);

  /// A day longer than this has two meals.
  private static final int LONG_DAY_MINUTES = 8 * 60;

  private static final int MEAL_MINUTES = 60;

  boolean areKept(Day day) {
    return day.stops().size() <= pace.stopsPerDay()
        && day.stops().stream().allMatch(PaceRules::isByDay)
        && (!isLong(day)
            || (hasMeal(day, FreeHours.Kind.LUNCH, LocalTime.of(11, 0), LocalTime.of(14, 30))
                && hasMeal(day, FreeHours.Kind.DINNER, LocalTime.of(17, 0), LocalTime.of(20, 30))));
  }

  private static boolean isByDay(Stop stop) {
    return stop.category() == Category.NIGHT_VIEW
        || (!stop.arrive().isBefore(DAY_BEGINS)
            && !stop.depart().isAfter(DAY_ENDS)
            && !stop.depart().isBefore(stop.arrive()));
  }

  private static boolean isLong(Day day) {
    if (day.stops().isEmpty()) {
      return false;
    }
    int from = minutes(day.stops().getFirst().arrive());
    int to = minutes(day.stops().getLast().depart());
    return (to < from ? to + 1440 : to) - from > LONG_DAY_MINUTES;
  }

  private boolean hasMeal(Day day, FreeHours.Kind kind, LocalTime from, LocalTime to) {
    return day.stops().stream()
            .anyMatch(stop -> servesMeals(stop) && isWithin(stop.arrive(), from, to))
        || day.freeHours().stream()
            .anyMatch(
                free ->
                    free.kind() == kind
                        && isWithin(free.from(), from, to)
                        && minutes(free.to()) - minutes(free.from()) >= MEAL_MINUTES);
  }

  private boolean servesMeals(Stop stop) {
    Place place = places.get(stop.placeId());
    return place != null && place.servesMeals();
  }

  private static boolean isWithin(LocalTime time, LocalTime from, LocalTime to) {
    return !time.isBefore(from) && !time.isAfter(to);
  }

  private static int minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }
}
