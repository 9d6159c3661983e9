package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Exertion;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.Stop;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Stream;

/// How full a day may be and when it has its meals.
///
/// @param places those of all stops
record PaceRules(Pace pace, Map<PlaceId, Place> places) {

  private static final LocalTime DAY_BEGINS = LocalTime.of(9, 0);
  private static final LocalTime DAY_ENDS = LocalTime.of(21, 0);

  boolean areKept(Day day) {
    return day.stops().size() <= pace.stopsPerDay()
        && day.stops().stream().allMatch(PaceRules::isByDay)
        && (!isLong(day)
            || Stream.of(FreeHours.Kind.values()).allMatch(meal -> hasMeal(day, meal)));
  }

  /// What its ways ask for, those from and to the lodging among them.
  static Exertion exertion(Day day) {
    return Exertion.of(
        Stream.concat(
                day.stops().stream().flatMap(stop -> stop.legFromPrevious().stream()),
                day.legToLodging().stream())
            .toList());
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
    return (to < from ? to + 1440 : to) - from > FreeHours.LONG_DAY_MINUTES;
  }

  private boolean hasMeal(Day day, FreeHours.Kind meal) {
    return day.stops().stream().anyMatch(stop -> servesMeals(stop) && meal.isBegunAt(stop.arrive()))
        || day.freeHours().stream()
            .anyMatch(
                free ->
                    free.kind() == meal
                        && meal.isBegunAt(free.from())
                        && minutes(free.to()) - minutes(free.from()) >= FreeHours.MINUTES);
  }

  private boolean servesMeals(Stop stop) {
    Place place = places.get(stop.placeId());
    return place != null && place.servesMeals();
  }

  private static int minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }
}
