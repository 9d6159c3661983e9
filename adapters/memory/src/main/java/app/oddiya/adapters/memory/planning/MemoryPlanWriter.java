package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.util.List;
import java.util.function.Consumer;

/// A writer that says what it was told to say, whatever the request. Safe for concurrent use.
public final class MemoryPlanWriter implements PlanWriter {

  private final List<DraftEvent> events;
  private final Writing end;
  private volatile boolean down;

  /// @param events told in this order before `end` is answered
  public MemoryPlanWriter(List<DraftEvent> events, Writing end) {
    this.events = List.copyOf(events);
    this.end = end;
  }

  /// From now on nobody answers.
  public void goDown() {
    down = true;
  }

  @Override
  public Writing write(
      UserId traveller,
      PlanRequest request,
      List<Place> held,
      Consumer<DraftEvent> listener,
      Deadline deadline) {
    if (down) {
      throw new Unavailable("plan writer", new IllegalStateException("told to be down"));
    }
    events.forEach(listener);
    return end;
  }
}
