package app.oddiya.adapters.services.planning;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.services.planning.wire.ReviseBody;
import app.oddiya.adapters.services.planning.wire.TripView;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;

/// Proposals behind `POST /internal/plan-revisions` of llm-agent.
final class HttpPlanReviser implements PlanReviser {

  private final ServiceClient llmAgent;

  HttpPlanReviser(ServiceClient llmAgent) {
    this.llmAgent = llmAgent;
  }

  @Override
  public Revising revise(
      UserId traveller,
      Trip trip,
      String instruction,
      List<StopId> locked,
      List<Place> held,
      Deadline deadline) {
    Call call =
        Call.post("/internal/plan-revisions")
            .body("application/json", Wire.write(ReviseBody.of(trip, instruction, locked, held)));
    Answer answer = Traveller.actingFor(traveller, () -> llmAgent.send(call, deadline));
    return switch (answer.status()) {
      case 200 ->
          new Revising.Proposed(Answers.read(TripView.class, answer.bytes(), TripView::toTrip));
      case 422 -> refused(answer.bytes());
      default -> throw answer.unexpected();
    };
  }

  private static Revising refused(byte[] problem) {
    if (Answers.problem(problem).code().equals("not_understood")) {
      return new Revising.NotUnderstood();
    }
    Answers.Infeasible infeasible = Answers.infeasible(problem);
    return new Revising.Infeasible(infeasible.conflicts(), infeasible.relaxations());
  }
}
