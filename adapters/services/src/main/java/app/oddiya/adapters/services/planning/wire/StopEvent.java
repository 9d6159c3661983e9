package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.agent.DraftEvent;
import java.time.LocalDate;

/// The data of the event `stop`.
@Doc("A stop as it will be stored; it is never taken back.")
public record StopEvent(LocalDate date, StopView stop) {

  public static StopEvent of(DraftEvent.StopFixed event) {
    return new StopEvent(event.date(), StopView.of(event.stop()));
  }

  public DraftEvent toEvent() {
    return new DraftEvent.StopFixed(date, stop.toStop());
  }
}
