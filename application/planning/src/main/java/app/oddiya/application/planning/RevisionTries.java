package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.Changes;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A plan that is to be changed, and what comes of changing it in one way or another.
///
/// A request is changed along with its plan: who has a museum taken out does not want to be told
/// that it is missing.
final class RevisionTries {

  private final PlanChecker checker;
  private final Places places;
  private final Holidays holidays;
  private final TravelTimes travelTimes;
  private final UserId traveller;
  private final Trip trip;
  private final Sketch sketch;
  private final Map<PlaceId, Place> known;
  private final List<Place> held;
  private final Deadline deadline;
  private final Map<Area, List<Place>> offered = new HashMap<>();
  private Optional<Set<StopId>> wet = Optional.empty();

  /// @param sketch the days of the plan as they are
  /// @param known the places of all its stops
  RevisionTries(
      PlanChecker checker,
      Places places,
      Holidays holidays,
      TravelTimes travelTimes,
      UserId traveller,
      Trip trip,
      Sketch sketch,
      Map<PlaceId, Place> known,
      List<Place> held,
      Deadline deadline) {
    this.checker = checker;
    this.places = places;
    this.holidays = holidays;
    this.travelTimes = travelTimes;
    this.traveller = traveller;
    this.trip = trip;
    this.sketch = sketch;
    this.known = known;
    this.held = held;
    this.deadline = deadline;
  }

  /// What comes of editing.
  private sealed interface Edited {

    record Done(PlanEdit edit) implements Edited {}

    record Refused(Conflict conflict) implements Edited {}
  }

  /// @param instruction one that is understood
  /// @param locked stops that stay as they are, beside those that are locked in the plan
  Revising revised(String instruction, Collection<StopId> locked) {
    return switch (edited(instruction, locked)) {
      case Edited.Refused(var conflict) -> new Revising.Infeasible(List.of(conflict), List.of());
      case Edited.Done(var edit) -> proposed(edit);
    };
  }

  /// Whether there is a way, whatever comes of it: much sooner told than all of that.
  boolean isPossible(String instruction, Collection<StopId> locked) {
    return edited(instruction, locked) instanceof Edited.Done;
  }

  private Edited edited(String instruction, Collection<StopId> locked) {
    List<Instruction> asked = InstructionReader.read(instruction);
    var edit =
        new PlanEdit(
            places,
            holidays,
            travelTimes,
            sketch,
            known,
            with(locked),
            asked.stream().anyMatch(Instruction.Rain.class::isInstance) ? wet() : Set.of(),
            offered,
            deadline);
    for (Instruction each : asked) {
      Optional<Conflict> conflict = edit.apply(each);
      if (conflict.isPresent()) {
        return new Edited.Refused(conflict.get());
      }
    }
    return new Edited.Done(edit);
  }

  private Revising proposed(PlanEdit edit) {
    return switch (checker.check(traveller, edit.sketch(), held, deadline)) {
      case Checking.Checked(var days, var totals, var certificate) ->
          Changes.between(trip.days(), days).isEmpty()
              ? new Revising.NotUnderstood()
              : new Revising.Proposed(
                  trip.askedFor(request -> asNow(request, edit.wish()))
                      .checked(days, totals, certificate));
      case Checking.UnknownPlaces(var unknown) ->
          throw new IllegalStateException("gone since it was found: " + unknown);
    };
  }

  /// The dates that a request names are those that were asked for, wherever the plan has moved.
  private static PlanRequest asNow(PlanRequest request, PlanRequest wish) {
    return request.with(wish.pace(), wish.mustVisit(), wish.avoid());
  }

  /// Asked for once, as it is the same however the plan is changed.
  private Set<StopId> wet() {
    if (wet.isEmpty()) {
      wet = Optional.of(wet(checker.check(traveller, sketch, held, deadline)));
    }
    return wet.get();
  }

  private static Set<StopId> wet(Checking checking) {
    return switch (checking) {
      case Checking.Checked checked ->
          stops(checked.days())
              .filter(stop -> stop.checks().weather().verdict() == Verdict.FAIL)
              .map(Stop::id)
              .collect(Collectors.toUnmodifiableSet());
      case Checking.UnknownPlaces _ -> Set.of();
    };
  }

  private Set<StopId> with(Collection<StopId> more) {
    Set<StopId> locked = new HashSet<>(more);
    stops(trip.days()).filter(Stop::locked).map(Stop::id).forEach(locked::add);
    return locked;
  }

  private static Stream<Stop> stops(List<Day> days) {
    return days.stream().flatMap(day -> day.stops().stream());
  }
}
