package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Replacement;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import java.time.InstantSource;
import java.util.OptionalLong;

/// Checks a plan against what providers say now, and keeps what came of it.
public final class VerifyPlan {

  private final PlanChecker checker;
  private final Plans plans;
  private final InstantSource clock;

  public VerifyPlan(PlanChecker checker, Plans plans, InstantSource clock) {
    this.checker = checker;
    this.plans = plans;
    this.clock = clock;
  }

  /// @param found the plan as it was read, which it must still be when it is stored
  public Replacement verify(GroundedPlan found, Deadline deadline) {
    Plan plan = found.plan();
    return plans.replace(
        plan.owner(),
        plan.id(),
        OptionalLong.of(plan.version()),
        checked(found, plan.trip(), deadline),
        clock.instant(),
        deadline);
  }

  /// A trip of stops that the plan has, checked anew.
  Trip checked(GroundedPlan found, Trip trip, Deadline deadline) {
    return switch (checker.check(found.plan().owner(), Sketch.of(trip), found.places(), deadline)) {
      case Checking.Checked(var days, var totals, var certificate) ->
          trip.checked(days, totals, certificate);
      case Checking.UnknownPlaces(var places) ->
          throw new IllegalStateException("kept stops, and unknown: " + places);
    };
  }
}
