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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A plan that is being changed, instruction by instruction, each as little as it can.
final class PlanEdit {

  private final EditedPlan plan;
  private final Texts texts;
  private final Set<StopId> wet;

  /// @param known the places of all stops
  /// @param locked stops that stay as they are
  /// @param wet stops that rain is forecast for
  /// @param offered what has been asked for before, and will be
  PlanEdit(
      Places places,
      Holidays holidays,
      TravelTimes travelTimes,
      Sketch sketch,
      Map<PlaceId, Place> known,
      Set<StopId> locked,
      Set<StopId> wet,
      Map<Area, List<Place>> offered,
      Deadline deadline) {
    this.plan =
        new EditedPlan(places, holidays, travelTimes, sketch, known, locked, offered, deadline);
    this.texts = Texts.in(sketch.wish().language());
    this.wet = wet;
  }

  /// What the plan is to be held against now.
  PlanRequest wish() {
    return plan.wish();
  }

  /// The plan as it is now, still to be timed and checked.
  Sketch sketch() {
    return plan.sketch();
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
    Alternatives alternatives = plan.alternatives();
    List<Place> called = alternatives.called(name);
    if (called.stream().anyMatch(alternatives::isPlanned)) {
      return Optional.empty();
    }
    if (called.isEmpty() && Naming.kind(name).isPresent()) {
      return conflict(Conflict.Kind.NOTHING_TO_VISIT, Phrase.CONFLICT_NOTHING);
    }
    if (called.isEmpty()) {
      return conflict(Conflict.Kind.UNKNOWN_MUST_VISIT, Phrase.CONFLICT_MUST, name);
    }
    List<Place> wanted =
        called.stream().filter(place -> alternatives.avoided(place).isEmpty()).toList();
    if (wanted.isEmpty()) {
      Place first = called.getFirst();
      return conflict(
          Conflict.Kind.AVOIDED_MUST_VISIT,
          Phrase.CONFLICT_AVOIDED,
          nameOf(first),
          alternatives.avoided(first).orElseThrow());
    }
    for (Place place : wanted) {
      if (plan.insert(place, day)) {
        want(place);
        return Optional.empty();
      }
    }
    for (Place place : wanted) {
      if (plan.exchange(place, day)) {
        want(place);
        return Optional.empty();
      }
    }
    return conflict(
        Conflict.Kind.MUST_VISITS_DO_NOT_FIT, Phrase.CONFLICT_NO_ROOM, nameOf(wanted.getFirst()));
  }

  private void want(Place place) {
    PlanRequest wish = plan.wish();
    plan.wishFor(
        wish.with(
            wish.pace(), and(wish.mustVisit(), new MustVisit.Known(place.id())), wish.avoid()));
  }

  /// With one more, as long as a request may say so much; the plan changes all the same.
  private static <T> List<T> and(List<T> wishes, T more) {
    return Stream.concat(wishes.stream(), Stream.of(more)).limit(PlanRequest.MAX_WISHES).toList();
  }

  private Optional<Conflict> remove(String name, Optional<DayName> day) {
    Set<EditedVisit> meant = meant(name, day);
    Optional<Conflict> locked = locked(meant);
    if (locked.isPresent()) {
      return locked;
    }
    plan.drop(meant);
    PlanRequest wish = plan.wish();
    List<MustVisit> musts =
        wish.mustVisit().stream()
            .filter(must -> meant.stream().noneMatch(visit -> Naming.isOf(must, visit.place())))
            .toList();
    plan.wishFor(wish.with(wish.pace(), musts, wish.avoid()));
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
      Set<EditedVisit> meant =
          plan.days(day).stream()
              .flatMap(each -> plan.visits(each).stream())
              .filter(way)
              .collect(Collectors.toUnmodifiableSet());
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
        plan.visits()
            .filter(visit -> avoided.test(visit.place()))
            .collect(Collectors.toUnmodifiableSet());
    Optional<Conflict> locked = locked(meant);
    if (locked.isPresent() || meant.isEmpty()) {
      return locked;
    }
    Optional<EditedVisit> must =
        plan.visits().filter(meant::contains).filter(plan::isWishedFor).findFirst();
    if (must.isPresent()) {
      return conflict(
          Conflict.Kind.AVOIDED_MUST_VISIT,
          Phrase.CONFLICT_AVOIDED,
          nameOf(must.get().place()),
          text);
    }
    PlanRequest wish = plan.wish();
    plan.wishFor(
        wish.with(wish.pace(), wish.mustVisit(), and(wish.avoid(), Naming.singular(text))));
    for (int day : plan.days(Optional.empty())) {
      for (int at = plan.visits(day).size() - 1; at >= 0; at--) {
        if (meant.contains(plan.visits(day).get(at)) && !plan.replace(day, at, avoided.negate())) {
          plan.drop(day, at);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Conflict> rain(Optional<DayName> named) {
    boolean known = named.isEmpty() && plan.visits().anyMatch(this::isWet);
    boolean any = false;
    boolean done = false;
    for (int day : plan.days(named)) {
      for (int at = 0; at < plan.visits(day).size(); at++) {
        EditedVisit visit = plan.visits(day).get(at);
        if (visit.place().setting() != Setting.INDOOR
            && plan.mayGo(visit)
            && visit.stop().isPresent()
            && (!known || isWet(visit))) {
          any = true;
          done |= plan.replace(day, at, place -> place.setting() == Setting.INDOOR);
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

  /// At least one stop less on each day, and no more than the slower pace allows.
  private Optional<Conflict> slower(Optional<DayName> named) {
    PlanRequest wish = plan.wish();
    Pace pace = wish.pace().slower();
    boolean locked = false;
    boolean done = false;
    for (int day : plan.days(named)) {
      int target = Math.max(1, Math.min(pace.stopsPerDay(), plan.visits(day).size() - 1));
      boolean dropped = true;
      while (dropped && plan.visits(day).size() > target) {
        dropped = plan.dropLeastWanted(day);
        done |= dropped;
        locked |= !dropped;
      }
    }
    if (!done && locked) {
      return conflict(Conflict.Kind.LOCKED, Phrase.CONFLICT_ALL_LOCKED);
    }
    if (named.isEmpty()) {
      plan.wishFor(wish.with(pace, wish.mustVisit(), wish.avoid()));
    }
    return Optional.empty();
  }

  /// One more stop on each day that has room for it.
  private Optional<Conflict> faster(Optional<DayName> named) {
    PlanRequest before = plan.wish();
    plan.wishFor(before.with(before.pace().faster(), before.mustVisit(), before.avoid()));
    boolean done = false;
    for (int day : plan.days(named)) {
      done |= plan.addSight(day);
    }
    if (named.isPresent() || !done) {
      plan.wishFor(before);
    }
    return done ? Optional.empty() : conflict(Conflict.Kind.NOTHING_TO_VISIT, Phrase.CONFLICT_FULL);
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
    return place.names().in(plan.wish().language());
  }
}
