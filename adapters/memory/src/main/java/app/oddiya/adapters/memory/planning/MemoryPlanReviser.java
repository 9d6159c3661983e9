package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A reviser that says what it was told to say, remembers what it was asked, and can be taken down.
/// Deadlines are not looked at. Safe for concurrent use.
public final class MemoryPlanReviser implements PlanReviser {

  private final Function<Trip, Revising> answers;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  /// @param answers what comes of revising a trip
  public MemoryPlanReviser(Function<Trip, Revising> answers) {
    this.answers = answers;
  }

  /// What the reviser was asked.
  public record Asked(
      UserId traveller, Trip trip, String instruction, List<StopId> locked, List<Place> held) {
    public Asked {
      locked = List.copyOf(locked);
      held = List.copyOf(held);
    }
  }

  /// From now on nobody answers.
  public void goDown() {
    down = true;
  }

  /// In the order in which it was asked.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Revising revise(
      UserId traveller,
      Trip trip,
      String instruction,
      List<StopId> locked,
      List<Place> held,
      Deadline deadline) {
    if (down) {
      throw new Unavailable("plan reviser", new IllegalStateException("told to be down"));
    }
    asked.add(new Asked(traveller, trip, instruction, locked, held));
    return answers.apply(trip);
  }
}
