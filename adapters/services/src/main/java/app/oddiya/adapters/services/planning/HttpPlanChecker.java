package app.oddiya.adapters.services.planning;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.services.planning.wire.CheckBody;
import app.oddiya.adapters.services.planning.wire.CheckedView;
import app.oddiya.adapters.services.planning.wire.UnknownPlacesView;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;

/// Checks behind `POST /internal/checks` of llm-agent. They change nothing, so that they may be
/// asked for again.
final class HttpPlanChecker implements PlanChecker {

  private final ServiceClient llmAgent;

  HttpPlanChecker(ServiceClient llmAgent) {
    this.llmAgent = llmAgent;
  }

  @Override
  public Checking check(UserId traveller, Sketch sketch, List<Place> held, Deadline deadline) {
    Call call =
        Call.post("/internal/checks")
            .body("application/json", Wire.write(CheckBody.of(sketch, held)))
            .idempotently();
    Answer answer = Traveller.actingFor(traveller, () -> llmAgent.send(call, deadline));
    return switch (answer.status()) {
      case 200 -> Answers.read(CheckedView.class, answer.bytes(), CheckedView::toChecking);
      case 422 ->
          Answers.read(UnknownPlacesView.class, answer.bytes(), UnknownPlacesView::toChecking);
      default -> throw answer.unexpected();
    };
  }
}
