package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Exertion;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stamina;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Verdict;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How full a day may be, when it has its meals, and how much it may have people on the move.
///
/// @param places those of all stops
/// @param needed by day: what must-visits and the lodging ask for of its ways
record PaceRules(PlanRequest wish, Map<PlaceId, Place> places, Map<LocalDate, Exertion> needed) {

  private static final LocalTime DAY_BEGINS = LocalTime.of(9, 0);
  private static final LocalTime DAY_ENDS = LocalTime.of(21, 0);

  /// What is to be said about the days: whether they keep the rules, then what their ways ask for.
  /// Each day that asks for more than is usual at the pace is named; else the most of any day is.
  List<Finding> findings(List<Day> days) {
    List<Finding> findings = new ArrayList<>();
    boolean kept = days.stream().allMatch(this::areKept);
    findings.add(
        finding(kept, kept ? Phrase.PACE_PASS : Phrase.PACE_FAIL, wish.pace().stopsPerDay()));
    Exertion limit = Stamina.of(wish).most();
    Exertion most = Exertion.NONE;
    for (Day day : days) {
      Exertion exertion = exertion(day);
      most = most.orMore(exertion);
      if (!exertion.isWithin(limit)) {
        findings.add(strenuous(day.date(), exertion));
      }
    }
    if (most.isWithin(limit)) {
      findings.add(
          finding(
              true,
              Phrase.PACE_MOVING_PASS,
              most.minutes(),
              most.metersOnFoot(),
              limit.minutes(),
              limit.metersOnFoot()));
    }
    return findings;
  }

  private Finding strenuous(LocalDate date, Exertion exertion) {
    Stamina stamina = Stamina.of(wish);
    Exertion anyhow = needed.getOrDefault(date, Exertion.NONE);
    boolean excused = exertion.isWithin(stamina.mostWith(anyhow));
    return finding(
        excused,
        excused ? Phrase.PACE_MOVING_NEEDED : Phrase.PACE_MOVING_FAIL,
        date,
        exertion.minutes(),
        exertion.metersOnFoot(),
        stamina.most().minutes(),
        stamina.most().metersOnFoot(),
        anyhow.minutes(),
        anyhow.metersOnFoot());
  }

  private Finding finding(boolean pass, Phrase phrase, Object... values) {
    return new Finding(
        Optional.empty(),
        CheckKind.PACE,
        pass ? Verdict.PASS : Verdict.FAIL,
        Texts.in(wish.language())
            .say(phrase, Arrays.stream(values).map(Object::toString).toArray()));
  }

  private boolean areKept(Day day) {
    return day.stops().size() <= wish.pace().stopsPerDay()
        && day.stops().stream().allMatch(PaceRules::isByDay)
        && (!isLong(day)
            || Stream.of(FreeHours.Kind.values()).allMatch(meal -> hasMeal(day, meal)));
  }

  private static Exertion exertion(Day day) {
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
