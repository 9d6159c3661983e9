package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.Stage;

/// The data of the event `stage`.
@Doc("What is being done, and how many things it is about: places, candidates, days, stops.")
public record StageEvent(Stage stage, int count) {

  public static StageEvent of(DraftEvent.StageReached event) {
    return new StageEvent(event.stage(), event.count());
  }

  public DraftEvent toEvent() {
    return new DraftEvent.StageReached(stage, count);
  }
}
