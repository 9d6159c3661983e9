package app.oddiya.apps.plan;

import app.oddiya.adapters.http.Origin;
import app.oddiya.application.planning.GeneratePlan;
import app.oddiya.application.planning.GeneratePlanOnce;
import app.oddiya.application.planning.KeyedGeneration;
import app.oddiya.apps.plan.OngoingGeneration.Step;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The generations of this process. Each runs on a thread of its own, so that one with a key
/// outlives the connection that asked for it: to its end, which is never later than its deadline,
/// and that is less than the minute promised.
final class Generations implements AutoCloseable {

  /// How often the store is asked what became of a generation in another process.
  private static final Duration POLL = Duration.ofMillis(250);

  /// How long those without a listener may take to end when the service stops.
  private static final Duration STOP = Duration.ofSeconds(10);

  private final GeneratePlan generatePlan;
  private final GeneratePlanOnce generatePlanOnce;
  private final InstantSource clock;
  private final Set<OngoingGeneration> ongoing = ConcurrentHashMap.newKeySet();
  private final Map<Key, OngoingGeneration> byKey = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  Generations(GeneratePlan generatePlan, GeneratePlanOnce generatePlanOnce, InstantSource clock) {
    this.generatePlan = generatePlan;
    this.generatePlanOnce = generatePlanOnce;
    this.clock = clock;
  }

  private record Key(UserId owner, UUID value) {}

  /// Begins a generation that ends when its listener leaves.
  OngoingGeneration begin(UserId owner, PlanRequest request, Deadline deadline) {
    var generation = new OngoingGeneration(request, deadline, clock, false);
    start(
        generation,
        () ->
            new KeyedGeneration.Ended(
                generatePlan.generate(owner, request, teller(generation), deadline)),
        () -> {});
    return generation;
  }

  /// Begins the generation of a key, or joins it.
  OngoingGeneration beginOrJoin(UserId owner, UUID value, PlanRequest request, Deadline deadline) {
    var key = new Key(owner, value);
    var mine = new OngoingGeneration(request, deadline, clock, true);
    OngoingGeneration running = byKey.putIfAbsent(key, mine);
    if (running == null) {
      start(mine, () -> generateOnce(key, request, mine), () -> byKey.remove(key, mine));
      return mine;
    }
    if (!running.isFor(request)) {
      mine.tell(new Step.Ended(new KeyedGeneration.OfAnotherRequest()));
      return mine;
    }
    return running;
  }

  private KeyedGeneration generateOnce(Key key, PlanRequest request, OngoingGeneration generation) {
    Deadline deadline = generation.deadline();
    while (true) {
      KeyedGeneration result =
          generatePlanOnce.generate(key.owner, key.value, request, teller(generation), deadline);
      if (!(result instanceof KeyedGeneration.Elsewhere)) {
        return result;
      }
      if (deadline.isOver(clock) || isClosedWithin(POLL)) {
        throw new Unavailable(
            "plan writer", new TimeoutException("another process is still writing"));
      }
    }
  }

  private boolean isClosedWithin(Duration patience) {
    try {
      return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Consumer<DraftEvent> teller(OngoingGeneration generation) {
    return event -> generation.tell(new Step.Told(event));
  }

  private void start(
      OngoingGeneration generation, Supplier<KeyedGeneration> work, Runnable afterwards) {
    Origin origin = Origin.current();
    Span span = Span.current();
    Thread writer =
        Thread.ofVirtual()
            .name("generation")
            .unstarted(
                () -> {
                  Step end =
                      ScopedValue.where(Origin.CURRENT, origin)
                          .where(Span.CURRENT, span)
                          .call(() -> end(work));
                  // Before the end is told: who asks again after it must find the stored plan.
                  afterwards.run();
                  generation.tell(end);
                  ongoing.remove(generation);
                });
    generation.writtenBy(writer);
    ongoing.add(generation);
    writer.start();
  }

  private static Step end(Supplier<KeyedGeneration> work) {
    try {
      return new Step.Ended(work.get());
    } catch (RuntimeException failed) {
      // Thrown again by everyone who listens, on their own thread.
      return new Step.Failed(failed);
    } catch (Error broken) {
      // So is this, or its key would stay with a generation that never ends.
      return new Step.Failed(new IllegalStateException("a generation broke", broken));
    }
  }

  /// Lets those that are under way come to their end for a while.
  @Override
  public void close() {
    closed.countDown();
    Deadline patience = Deadline.in(STOP, clock);
    try {
      for (OngoingGeneration generation : ongoing) {
        generation.join(patience.remaining(clock));
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    ongoing.forEach(OngoingGeneration::stop);
  }
}
