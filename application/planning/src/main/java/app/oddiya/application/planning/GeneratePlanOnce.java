package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.GenerationKeys.Claim;
import app.oddiya.domain.planning.plan.GenerationKeys.Grant;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Has a plan written and keeps it, once for a key however often it is asked for.
public final class GeneratePlanOnce {

  /// What storing may take beyond the deadline, so that a lease is not over before its work is.
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final PlanWriter writer;
  private final HeldMusts held;
  private final Plans plans;
  private final GenerationKeys keys;
  private final InstantSource clock;

  public GeneratePlanOnce(
      PlanWriter writer, HeldPlaces places, Plans plans, GenerationKeys keys, InstantSource clock) {
    this.writer = writer;
    this.held = new HeldMusts(places);
    this.plans = plans;
    this.keys = keys;
    this.clock = clock;
  }

  /// @param listener hears, on the calling thread, how it goes; of a plan that was stored before it
  ///     hears every stop. Its exception ends the generation, and nothing is stored
  public KeyedGeneration generate(
      UserId owner,
      UUID key,
      PlanRequest request,
      Consumer<DraftEvent> listener,
      Deadline deadline) {
    Claim claim =
        keys.claim(owner, key, request, clock.instant(), deadline.at().plus(MARGIN), deadline);
    return switch (claim) {
      case Claim.Granted(var grant) -> write(grant, request, listener, deadline);
      case Claim.Settled(var id) -> repeat(owner, id, listener, deadline);
      case Claim.Taken() -> new KeyedGeneration.Elsewhere();
      case Claim.OfAnotherRequest() -> new KeyedGeneration.OfAnotherRequest();
    };
  }

  private KeyedGeneration write(
      Grant grant, PlanRequest request, Consumer<DraftEvent> listener, Deadline deadline) {
    Writing writing;
    try {
      writing =
          writer.write(grant.traveller(), request, held.of(request, deadline), listener, deadline);
    } catch (RuntimeException | Error failed) {
      release(grant, deadline, failed);
      throw failed;
    }
    return switch (writing) {
      case Writing.Written(var draft) -> store(grant, draft.answering(request), deadline);
      case Writing.Infeasible(var conflicts, var relaxations) -> {
        keys.release(grant, deadline);
        yield new KeyedGeneration.Ended(new Generation.Infeasible(conflicts, relaxations));
      }
    };
  }

  /// An outage here leaves the key as it is: only the store knows whether the plan is in it.
  private KeyedGeneration store(Grant grant, Trip trip, Deadline deadline) {
    Optional<Plan> plan = keys.settle(grant, trip, clock.instant(), deadline);
    return plan.isPresent()
        ? new KeyedGeneration.Ended(new Generation.Stored(plan.get()))
        : new KeyedGeneration.Elsewhere();
  }

  private void release(Grant grant, Deadline deadline, Throwable reason) {
    try {
      keys.release(grant, deadline);
    } catch (Unavailable alsoDown) {
      // The lease ends by itself.
      reason.addSuppressed(alsoDown);
    }
  }

  private KeyedGeneration repeat(
      UserId owner, PlanId id, Consumer<DraftEvent> listener, Deadline deadline) {
    Optional<Plan> plan = plans.find(owner, id, deadline);
    if (plan.isEmpty()) {
      return new KeyedGeneration.Deleted();
    }
    DraftEvent.StopFixed.of(plan.get().trip().days()).forEach(listener);
    return new KeyedGeneration.Ended(new Generation.Stored(plan.get()));
  }
}
