package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Changes a plan without a model: it understands more and less pace, add, remove, avoid and rain
/// in four languages, and changes what it must to do as it is told. Stops that need not change keep
/// their times; what it proposes is timed and checked as every plan is.
///
/// What cannot be done is explained, with which locks of the request stand in its way, and with
/// changes of the request that are tried before they are offered.
public final class RevisePlan implements PlanReviser {

  private static final Duration FOR_SAYING_IT = Duration.ofSeconds(3);

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
      List<StopId> locked,
      List<Place> held,
      Deadline deadline) {
    if (InstructionReader.read(instruction).isEmpty()) {
      return new Revising.NotUnderstood();
    }
    Sketch sketch = Sketch.of(trip);
    var tries =
        new RevisionTries(
            checker,
            places,
            holidays,
            travelTimes,
            traveller,
            trip,
            sketch,
            known(sketch, held, deadline),
            held,
            deadline);
    return switch (tries.revised(instruction, locked)) {
      case Revising.Infeasible refused ->
          new RevisionRemedies(tries, places, trip, () -> isLate(deadline), deadline)
              .of(refused, instruction, locked);
      case Revising.Proposed proposed -> proposed;
      case Revising.NotUnderstood notUnderstood -> notUnderstood;
    };
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

  /// What is the matter is known by then: some of the time is left for saying it.
  private boolean isLate(Deadline deadline) {
    return deadline.remaining(clock).compareTo(FOR_SAYING_IT) < 0;
  }
}
