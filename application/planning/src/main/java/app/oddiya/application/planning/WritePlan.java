package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.agent.Sketch.Visit;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps a plan that a traveller has written by hand, timed and checked.
public final class WritePlan {

  private final HeldPlaces places;
  private final PlanChecker checker;
  private final Plans plans;
  private final InstantSource clock;

  public WritePlan(HeldPlaces places, PlanChecker checker, Plans plans, InstantSource clock) {
    this.places = places;
    this.checker = checker;
    this.plans = plans;
    this.clock = clock;
  }

  public HandWriting write(UserId owner, Manuscript manuscript, Deadline deadline) {
    Sketch sketch = manuscript.sketch();
    return switch (checker.check(owner, sketch, held(sketch, deadline), deadline)) {
      case Checking.Checked checked ->
          new HandWriting.Stored(
              plans.add(owner, trip(manuscript, checked), clock.instant(), deadline));
      case Checking.UnknownPlaces(var unknown) -> new HandWriting.UnknownPlaces(unknown);
    };
  }

  private List<Place> held(Sketch sketch, Deadline deadline) {
    Set<PlaceId> ids =
        sketch.days().stream()
            .flatMap(day -> day.visits().stream())
            .map(Visit::placeId)
            .collect(Collectors.toUnmodifiableSet());
    return List.copyOf(places.find(ids, deadline).values());
  }

  private static Trip trip(Manuscript manuscript, Checking.Checked checked) {
    return new Trip(
        manuscript.title(),
        Optional.empty(),
        manuscript.language(),
        Optional.empty(),
        manuscript.destination(),
        manuscript.start(),
        manuscript.end(),
        PlanSource.MANUAL,
        checked.days(),
        checked.totals(),
        checked.certificate());
  }
}
