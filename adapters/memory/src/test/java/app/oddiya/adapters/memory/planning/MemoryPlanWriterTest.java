package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.testkit.contract.PlanWriterContract;
import app.oddiya.domain.testkit.story.Trips;
import java.util.List;

class MemoryPlanWriterTest implements PlanWriterContract {

  @Override
  public PlanWriter telling(List<DraftEvent> events, Writing end) {
    return new MemoryPlanWriter(events, end);
  }

  @Override
  public PlanWriter down() {
    var writer = new MemoryPlanWriter(List.of(), written());
    writer.goDown();
    return writer;
  }

  private static Writing written() {
    var trip = Trips.trip();
    return new Writing.Written(
        new Draft(trip.title(), trip.source(), trip.days(), trip.totals(), trip.certificate()));
  }
}
