package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.agent.Sketch.Visit;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/// Gives one day of a plan other stops, or the same in another order.
public final class EditDay {

  private final PlanChecker checker;
  private final Plans plans;
  private final InstantSource clock;

  public EditDay(PlanChecker checker, Plans plans, InstantSource clock) {
    this.checker = checker;
    this.plans = plans;
    this.clock = clock;
  }

  /// The day is timed anew as far as its visits say no time, and the whole plan is checked anew:
  /// what a day costs and visits counts for all of it.
  ///
  /// @param found the plan as it was read, which it must still be when it is stored; with what is
  ///     held of the places of `wanted`
  /// @param index of the day, 0 for the first
  /// @param wanted in the order of their visits; ids are of stops of that day, each once
  public DayEdit edit(GroundedPlan found, int index, List<WantedStop> wanted, Deadline deadline) {
    Plan plan = found.plan();
    Trip trip = plan.trip();
    List<Stop> before = trip.days().get(index).stops();
    List<Visit> visits = wanted.stream().map(stop -> stop.over(before)).toList();
    Sketch sketch = Sketch.of(trip).with(index, visits);
    return switch (checker.check(plan.owner(), sketch, found.places(), deadline)) {
      case Checking.Checked(var days, var totals, var certificate) ->
          new DayEdit.Judged(
              plans.replace(
                  plan.owner(),
                  plan.id(),
                  OptionalLong.of(plan.version()),
                  trip.checked(days, totals, certificate),
                  clock.instant(),
                  deadline));
      case Checking.UnknownPlaces(var unknown) -> new DayEdit.UnknownPlaces(unknown);
    };
  }
}
