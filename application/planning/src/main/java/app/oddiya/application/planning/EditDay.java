package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.agent.Sketch.Visit;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Gives one day of a plan other stops, or the same in another order.
public final class EditDay {

  private final HeldPlaces places;
  private final PlanChecker checker;
  private final Plans plans;
  private final InstantSource clock;

  public EditDay(HeldPlaces places, PlanChecker checker, Plans plans, InstantSource clock) {
    this.places = places;
    this.checker = checker;
    this.plans = plans;
    this.clock = clock;
  }

  /// The day is timed anew as far as its visits say no time, and the whole plan is checked anew:
  /// what a day costs and visits counts for all of it.
  ///
  /// @param found the plan as it was read, which it must still be when it is stored
  /// @param index of the day, 0 for the first
  /// @param wanted in the order of their visits; ids are of stops of that day, each once
  public DayEdit edit(GroundedPlan found, int index, List<WantedStop> wanted, Deadline deadline) {
    Plan plan = found.plan();
    Trip trip = plan.trip();
    List<Stop> before = trip.days().get(index).stops();
    List<Visit> visits = wanted.stream().map(stop -> stop.over(before)).toList();
    Sketch sketch = Sketch.of(trip).with(index, visits);
    return switch (checker.check(plan.owner(), sketch, held(found, visits, deadline), deadline)) {
      case Checking.Checked(var days, var totals, var certificate) ->
          new DayEdit.Judged(
              plans.replace(
                  plan.owner(),
                  plan.id(),
                  OptionalLong.of(plan.version()),
                  trip.with(days, totals, certificate),
                  clock.instant(),
                  deadline));
      case Checking.UnknownPlaces(var unknown) -> new DayEdit.UnknownPlaces(unknown);
    };
  }

  /// What came with the plan, and the records of places that are new to it, if there are any.
  private List<Place> held(GroundedPlan found, List<Visit> visits, Deadline deadline) {
    Set<PlaceId> others = new HashSet<>();
    visits.forEach(visit -> others.add(visit.placeId()));
    found.places().forEach(place -> others.remove(place.id()));
    if (others.isEmpty()) {
      return found.places();
    }
    List<Place> held = new ArrayList<>(found.places());
    held.addAll(places.find(others, deadline).values());
    return held;
  }
}
