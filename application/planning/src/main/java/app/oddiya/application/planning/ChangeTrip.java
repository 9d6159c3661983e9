package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/// Changes what a plan is called, what its traveller notes about it, and when it is.
public final class ChangeTrip {

  private final VerifyPlan verifyPlan;
  private final Plans plans;
  private final InstantSource clock;

  public ChangeTrip(PlanChecker checker, Plans plans, InstantSource clock) {
    this.verifyPlan = new VerifyPlan(checker, plans, clock);
    this.plans = plans;
    this.clock = clock;
  }

  /// On other dates the days keep their order and the stops their times, and all is checked anew.
  ///
  /// @param found the plan as it was read, which it must still be when it is stored
  /// @param start not after `end`, and not further from it than a trip is long
  public TripChange change(
      GroundedPlan found,
      String title,
      Optional<String> notes,
      LocalDate start,
      LocalDate end,
      Deadline deadline) {
    Plan plan = found.plan();
    Trip trip = plan.trip().called(title, notes);
    if (!start.equals(trip.start()) || !end.equals(trip.end())) {
      if (trip.hasStopsAfterDay(Math.toIntExact(ChronoUnit.DAYS.between(start, end)) + 1)) {
        return new TripChange.StopsLost();
      }
      trip = verifyPlan.checked(found, trip.on(start, end), deadline);
    }
    return new TripChange.Judged(
        plans.replace(
            plan.owner(),
            plan.id(),
            OptionalLong.of(plan.version()),
            trip,
            clock.instant(),
            deadline));
  }
}
