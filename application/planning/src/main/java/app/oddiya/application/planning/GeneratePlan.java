package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Has a plan written and keeps it: what was shown while it was written is what is stored.
public final class GeneratePlan {

  private final PlanWriter writer;
  private final HeldMusts held;
  private final Plans plans;
  private final Tombstones tombstones;
  private final InstantSource clock;

  public GeneratePlan(
      PlanWriter writer,
      HeldPlaces places,
      Plans plans,
      Tombstones tombstones,
      InstantSource clock) {
    this.writer = writer;
    this.held = new HeldMusts(places);
    this.plans = plans;
    this.tombstones = tombstones;
    this.clock = clock;
  }

  /// @param listener hears, on the calling thread, how it goes; its exception ends the generation
  ///     and nothing is stored
  public Generation generate(
      UserId owner, PlanRequest request, Consumer<DraftEvent> listener, Deadline deadline) {
    // Storing would refuse a deleted traveller as well, after half a minute's work.
    tombstones.requireAlive(owner, deadline);
    return switch (writer.write(owner, request, held.of(request, deadline), listener, deadline)) {
      case Writing.Written(var draft) ->
          new Generation.Stored(
              plans.add(owner, draft.answering(request), clock.instant(), deadline));
      case Writing.Infeasible(var conflicts, var relaxations) ->
          new Generation.Infeasible(conflicts, relaxations);
    };
  }
}
