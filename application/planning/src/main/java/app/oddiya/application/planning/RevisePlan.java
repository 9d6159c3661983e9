package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.agent.Sketch;
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
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Changes a plan without a model: it understands more and less pace, add, remove, avoid and rain
/// in four languages, and changes what it must to do as it is told. Stops that need not change keep
/// their times; what it proposes is timed and checked as every plan is.
///
/// A request is changed along with its plan: who has a museum taken out does not want to be told
/// that it is missing.
public final class RevisePlan implements PlanReviser {

  private final PlanChecker checker;
  private final Places places;
  private final Holidays holidays;
  private final TravelTimes travelTimes;
  private final InstantSource clock;

  public RevisePlan(
      PlanChecker checker,
      Places places,
      Holidays holidays,
      TravelTimes travelTimes,
      InstantSource clock) {
    this.checker = checker;
    this.places = places;
    this.holidays = holidays;
    this.travelTimes = travelTimes;
    this.clock = clock;
  }

  @Override
  public Revising revise(
      UserId traveller,
      Trip trip,
      String instruction,
      Set<StopId> locked,
      List<Place> held,
      Deadline deadline) {
    List<Instruction> asked = InstructionReader.read(instruction);
    if (asked.isEmpty()) {
      return new Revising.NotUnderstood();
    }
    Sketch sketch = Sketch.of(trip);
    Map<PlaceId, Place> known = known(sketch, held, deadline);
    Set<StopId> wet =
        asked.stream().anyMatch(Instruction.Rain.class::isInstance)
            ? wet(checker.check(traveller, sketch, held, deadline))
            : Set.of();
    PlanEdit edit =
        new PlanEdit(
            places, holidays, travelTimes, sketch, known, locked(trip, locked), wet, deadline);
    for (Instruction each : asked) {
      Optional<Conflict> conflict = edit.apply(each);
      if (conflict.isPresent()) {
        return new Revising.Infeasible(List.of(conflict.get()), List.of());
      }
    }
    return proposed(traveller, trip, edit, held, deadline);
  }

  private Revising proposed(
      UserId traveller, Trip trip, PlanEdit edit, List<Place> held, Deadline deadline) {
    return switch (checker.check(traveller, edit.sketch(), held, deadline)) {
      case Checking.Checked(var days, var totals, var certificate) ->
          Changes.between(trip.days(), days).isEmpty()
              ? new Revising.NotUnderstood()
              : new Revising.Proposed(
                  trip.askedFor(request -> asNow(request, edit.wish()))
                      .with(days, totals, certificate));
      case Checking.UnknownPlaces(var unknown) ->
          throw new IllegalStateException("gone since it was found: " + unknown);
    };
  }

  /// The dates that a request names are those that were asked for, wherever the plan has moved.
  private static PlanRequest asNow(PlanRequest request, PlanRequest wish) {
    return request.with(wish.pace(), wish.mustVisit(), wish.avoid());
  }

  private Map<PlaceId, Place> known(Sketch sketch, List<Place> held, Deadline deadline) {
    Map<PlaceId, Place> known = new HashMap<>();
    new Sightings(places)
        .look(CheckPlan.placesOf(sketch), CheckPlan.known(sketch, held), half(deadline))
        .seen()
        .forEach((id, sighting) -> known.put(id, sighting.place()));
    return known;
  }

  private Deadline half(Deadline deadline) {
    return deadline.atMost(deadline.remaining(clock).dividedBy(2), clock);
  }

  private static Set<StopId> wet(Checking checking) {
    return switch (checking) {
      case Checking.Checked checked ->
          Day.stopsOf(checked.days()).stream()
              .filter(stop -> stop.checks().weather().verdict() == Verdict.FAIL)
              .map(Stop::id)
              .collect(Collectors.toUnmodifiableSet());
      case Checking.UnknownPlaces _ -> Set.of();
    };
  }

  private static Set<StopId> locked(Trip trip, Set<StopId> more) {
    Set<StopId> locked = new HashSet<>(more);
    trip.stops().stream().filter(Stop::locked).map(Stop::id).forEach(locked::add);
    return locked;
  }
}
