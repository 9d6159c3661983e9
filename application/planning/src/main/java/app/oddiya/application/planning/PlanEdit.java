package app.oddiya.application.planning;

import app.oddiya.application.planning.Instruction.DayName;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Setting;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A plan that is being changed, instruction by instruction, each as little as it can.
final class PlanEdit {

  private final Places places;
  private final Holidays holidays;
  private final TravelTimes travelTimes;
  private final Texts texts;
  private final Deadline deadline;
  private final List<LocalDate> dates;
  private final Map<Area, List<Place>> offered = new HashMap<>();
  private final List<List<EditedVisit>> days = new ArrayList<>();
  private final Set<StopId> wet;
  private PlanRequest wish;

  /// @param known the places of all stops
  /// @param locked stops that stay as they are
  /// @param wet stops that rain is forecast for
  PlanEdit(
      Places places,
      Holidays holidays,
      TravelTimes travelTimes,
      Sketch sketch,
      Map<PlaceId, Place> known,
      Set<StopId> locked,
      Set<StopId> wet,
      Deadline deadline) {
    this.places = places;
    this.holidays = holidays;
    this.travelTimes = travelTimes;
    this.wish = sketch.wish();
    this.texts = Texts.in(wish.language());
    this.wet = wet;
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

  /// What the plan is to be held against now.
  PlanRequest wish() {
    return wish;
  }

  /// The plan as it is now, still to be timed and checked.
  Sketch sketch() {
    List<Sketch.Day> sketched = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      sketched.add(
          new Sketch.Day(dates.get(i), days.get(i).stream().map(EditedVisit::sketched).toList()));
    }
    return new Sketch(wish, sketched);
  }

  /// @return why it cannot be; empty if it was done, or if there was nothing to do
  Optional<Conflict> apply(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Add(var name, var day) -> says(name) ? add(name, day) : Optional.empty();
      case Instruction.Remove(var name, var day) ->
          says(name) ? remove(name, day) : Optional.empty();
      case Instruction.Avoid(var text) -> says(text) ? avoid(text) : Optional.empty();
      case Instruction.Rain(var day) -> rain(day);
      case Instruction.Slower(var day) -> slower(day);
      case Instruction.Faster(var day) -> faster(day);
    };
  }

  /// Whether a name is one, or a kind of place, which may be a single letter: `섬`.
  private static boolean says(String name) {
    return Naming.isTelling(Naming.plain(name)) || Naming.kind(name).isPresent();
  }

  private Optional<Conflict> add(String name, Optional<DayName> day) {
    List<Place> called = alternatives().called(name);
    if (called.stream().anyMatch(alternatives()::isPlanned)) {
      return Optional.empty();
    }
    if (called.isEmpty() && Naming.kind(name).isPresent()) {
      return conflict(Conflict.Kind.NOTHING_TO_VISIT, Phrase.CONFLICT_NOTHING);
    }
    if (called.isEmpty()) {
      return conflict(Conflict.Kind.UNKNOWN_MUST_VISIT, Phrase.CONFLICT_MUST, name);
    }
    List<Place> wanted =
        called.stream().filter(place -> alternatives().avoided(place).isEmpty()).toList();
    if (wanted.isEmpty()) {
      Place first = called.getFirst();
      return conflict(
          Conflict.Kind.AVOIDED_MUST_VISIT,
          Phrase.CONFLICT_AVOIDED,
          nameOf(first),
          alternatives().avoided(first).orElseThrow());
    }
    for (Place place : wanted) {
      if (insert(place, day)) {
        want(place);
        return Optional.empty();
      }
    }
    for (Place place : wanted) {
      if (exchange(place, day)) {
        want(place);
        return Optional.empty();
      }
    }
    return conflict(
        Conflict.Kind.MUST_VISITS_DO_NOT_FIT, Phrase.CONFLICT_NO_ROOM, nameOf(wanted.getFirst()));
  }

  private void want(Place place) {
    wish =
        wish.with(
            wish.pace(), and(wish.mustVisit(), new MustVisit.Known(place.id())), wish.avoid());
  }

  /// With one more, as long as a request may say so much; the plan changes all the same.
  private static <T> List<T> and(List<T> wishes, T more) {
    return Stream.concat(wishes.stream(), Stream.of(more)).limit(PlanRequest.MAX_WISHES).toList();
  }

  private boolean insert(Place place, Optional<DayName> day) {
    int best = -1;
    Optional<DayFitting.Fit> least = Optional.empty();
    for (int i = 0; i < days.size(); i++) {
      if (isMeant(i, day)) {
        Optional<DayFitting.Fit> fit = fitting(i, List.of(place)).insert(place);
        if (fit.isPresent()
            && (least.isEmpty() || DayFitting.Fit.BY_UPSET.compare(fit.get(), least.get()) < 0)) {
          least = fit;
          best = i;
        }
      }
    }
    if (least.isEmpty()) {
      return false;
    }
    days.set(best, new ArrayList<>(least.get().visits()));
    return true;
  }

  /// Puts a place in the place of the visit that is least worth keeping, where a plan is full.
  private boolean exchange(Place place, Optional<DayName> named) {
    for (int day = 0; day < days.size(); day++) {
      if (!isMeant(day, named)) {
        continue;
      }
      List<EditedVisit> visits = days.get(day);
      DayFitting fitting = fitting(day, List.of(place));
      for (EditedVisit visit : visits.stream().filter(this::mayGo).sorted(byWorth()).toList()) {
        Optional<DayFitting.Fit> fit = fitting.replace(visits.indexOf(visit), place);
        if (fit.isPresent()) {
          days.set(day, new ArrayList<>(fit.get().visits()));
          return true;
        }
      }
    }
    return false;
  }

  private Optional<Conflict> remove(String name, Optional<DayName> day) {
    Set<EditedVisit> meant = meant(name, day);
    Optional<Conflict> locked = locked(meant);
    if (locked.isPresent()) {
      return locked;
    }
    days.forEach(visits -> visits.removeAll(meant));
    List<MustVisit> musts =
        wish.mustVisit().stream()
            .filter(must -> meant.stream().noneMatch(visit -> Naming.isOf(must, visit.place())))
            .toList();
    wish = wish.with(wish.pace(), musts, wish.avoid());
    return Optional.empty();
  }

  /// The visits that a name means: of exactly that name, else of one that has it in it, else of
  /// that kind.
  private Set<EditedVisit> meant(String name, Optional<DayName> day) {
    String wanted = Naming.plain(name);
    List<Predicate<EditedVisit>> ways =
        List.of(
            visit -> Naming.of(visit).anyMatch(wanted::equals),
            visit ->
                Naming.of(visit)
                    .anyMatch(each -> each.contains(wanted) || Naming.isPartOf(each, wanted)),
            visit ->
                Naming.kind(name).isPresent()
                    && Naming.kind(name).get() == visit.place().category());
    for (Predicate<EditedVisit> way : ways) {
      Set<EditedVisit> meant = new HashSet<>();
      for (int i = 0; i < days.size(); i++) {
        if (isMeant(i, day)) {
          days.get(i).stream().filter(way).forEach(meant::add);
        }
      }
      if (!meant.isEmpty()) {
        return meant;
      }
    }
    return Set.of();
  }

  private Optional<Conflict> avoid(String text) {
    Predicate<Place> avoided =
        place -> place.isMeantBy(text) || place.isMeantBy(Naming.singular(text));
    Set<EditedVisit> meant =
        days.stream()
            .flatMap(List::stream)
            .filter(visit -> avoided.test(visit.place()))
            .collect(Collectors.toUnmodifiableSet());
    Optional<Conflict> locked = locked(meant);
    if (locked.isPresent() || meant.isEmpty()) {
      return locked;
    }
    for (EditedVisit visit : meant) {
      Optional<MustVisit> must =
          wish.mustVisit().stream().filter(it -> Naming.isOf(it, visit.place())).findFirst();
      if (must.isPresent()) {
        return conflict(
            Conflict.Kind.AVOIDED_MUST_VISIT, Phrase.CONFLICT_AVOIDED, nameOf(visit.place()), text);
      }
    }
    wish = wish.with(wish.pace(), wish.mustVisit(), and(wish.avoid(), Naming.singular(text)));
    for (int day = 0; day < days.size(); day++) {
      for (int at = days.get(day).size() - 1; at >= 0; at--) {
        if (meant.contains(days.get(day).get(at)) && !replace(day, at, avoided.negate())) {
          days.get(day).remove(at);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Conflict> rain(Optional<DayName> named) {
    boolean known = named.isEmpty() && days.stream().flatMap(List::stream).anyMatch(this::isWet);
    boolean any = false;
    boolean done = false;
    for (int day = 0; day < days.size(); day++) {
      if (!isMeant(day, named)) {
        continue;
      }
      for (int at = 0; at < days.get(day).size(); at++) {
        EditedVisit visit = days.get(day).get(at);
        if (visit.place().setting() != Setting.INDOOR
            && mayGo(visit)
            && visit.stop().isPresent()
            && (!known || isWet(visit))) {
          any = true;
          done |= replace(day, at, place -> place.setting() == Setting.INDOOR);
        }
      }
    }
    return any && !done
        ? conflict(Conflict.Kind.NOTHING_TO_VISIT, Phrase.CONFLICT_NO_ROOF)
        : Optional.empty();
  }

  private boolean isWet(EditedVisit visit) {
    return visit.stop().map(Stop::id).filter(wet::contains).isPresent();
  }

  /// Puts the best of the places that suit in the place of a visit.
  private boolean replace(int day, int at, Predicate<Place> suits) {
    GeoPoint here = days.get(day).get(at).place().position();
    boolean meal = fitting(day, List.of()).isMeal(at);
    List<Place> candidates =
        alternatives()
            .best(
                place -> suits.test(place) && (meal ? place.servesMeals() : place.isSight()), here);
    DayFitting fitting = fitting(day, candidates);
    for (Place place : candidates) {
      Optional<DayFitting.Fit> fit = fitting.replace(at, place);
      if (fit.isPresent()) {
        days.set(day, new ArrayList<>(fit.get().visits()));
        return true;
      }
    }
    return false;
  }

  /// At least one stop less on each day, and no more than the slower pace allows.
  private Optional<Conflict> slower(Optional<DayName> named) {
    Pace pace = wish.pace().slower();
    boolean locked = false;
    boolean done = false;
    for (int day = 0; day < days.size(); day++) {
      List<EditedVisit> visits = days.get(day);
      int target = Math.min(pace.stopsPerDay(), visits.size() - 1);
      while (isMeant(day, named) && visits.size() > Math.max(1, target)) {
        Optional<EditedVisit> least = leastWanted(visits);
        locked |= least.isEmpty();
        if (least.isEmpty()) {
          break;
        }
        done |= visits.remove(least.get());
      }
    }
    if (!done && locked) {
      return conflict(Conflict.Kind.LOCKED, Phrase.CONFLICT_ALL_LOCKED);
    }
    if (named.isEmpty()) {
      wish = wish.with(pace, wish.mustVisit(), wish.avoid());
    }
    return Optional.empty();
  }

  private Optional<EditedVisit> leastWanted(List<EditedVisit> visits) {
    return visits.stream().filter(this::mayGo).min(byWorth());
  }

  private boolean mayGo(EditedVisit visit) {
    return !visit.locked()
        && wish.mustVisit().stream().noneMatch(must -> Naming.isOf(must, visit.place()));
  }

  /// Where there is a meal to be had it is the last to go.
  private Comparator<EditedVisit> byWorth() {
    return Comparator.comparing((EditedVisit visit) -> visit.place().servesMeals())
        .thenComparingInt(visit -> alternatives().appeal(visit.place()));
  }

  /// One more stop on each day that has room for it.
  private Optional<Conflict> faster(Optional<DayName> named) {
    Pace pace = wish.pace().faster();
    PlanRequest before = wish;
    wish = wish.with(pace, wish.mustVisit(), wish.avoid());
    boolean done = false;
    for (int day = 0; day < days.size(); day++) {
      if (isMeant(day, named)) {
        List<Place> candidates = alternatives().best(Place::isSight, middleOf(day));
        DayFitting fitting = fitting(day, candidates);
        for (Place place : candidates) {
          Optional<DayFitting.Fit> fit = fitting.insert(place).filter(it -> it.moved() == 0);
          if (fit.isPresent()) {
            days.set(day, new ArrayList<>(fit.get().visits()));
            done = true;
            break;
          }
        }
      }
    }
    if (named.isPresent() || !done) {
      wish = before;
    }
    return done ? Optional.empty() : conflict(Conflict.Kind.NOTHING_TO_VISIT, Phrase.CONFLICT_FULL);
  }

  private Alternatives alternatives() {
    return new Alternatives(
        places, offered, wish, days.stream().flatMap(List::stream).toList(), deadline);
  }

  private GeoPoint middleOf(int day) {
    return days.get(day).isEmpty() ? alternatives().middle() : Alternatives.middle(days.get(day));
  }

  private DayFitting fitting(int day, List<Place> candidates) {
    return new DayFitting(
        wish, holidays, travelTimes, dates.get(day), days.get(day), candidates, deadline);
  }

  private boolean isMeant(int day, Optional<DayName> named) {
    return named.isEmpty() || named.get().isOf(dates.get(day), dates);
  }

  private Optional<Conflict> locked(Set<EditedVisit> visits) {
    return visits.stream()
        .filter(EditedVisit::locked)
        .map(visit -> nameOf(visit.place()))
        .sorted()
        .findFirst()
        .flatMap(name -> conflict(Conflict.Kind.LOCKED, Phrase.CONFLICT_LOCKED, name));
  }

  private Optional<Conflict> conflict(Conflict.Kind kind, Phrase phrase, Object... values) {
    return Optional.of(new Conflict(kind, List.of("/instruction"), texts.say(phrase, values)));
  }

  private String nameOf(Place place) {
    return place.names().in(wish.language());
  }
}
