package app.oddiya.adapters.services.planning;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.EventStream;
import app.oddiya.adapters.http.ServerEvent;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.services.planning.wire.DraftBody;
import app.oddiya.adapters.services.planning.wire.DraftView;
import app.oddiya.adapters.services.planning.wire.StageEvent;
import app.oddiya.adapters.services.planning.wire.StopEvent;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// Drafts behind `POST /internal/plan-generations` of llm-agent, told as they are written.
///
/// The traveller is the one of the request being answered ([app.oddiya.adapters.http.Origin]);
/// leaving the stream early closes the connection, by which llm-agent learns to stop.
final class HttpPlanWriter implements PlanWriter {

  private final ServiceClient llmAgent;

  HttpPlanWriter(ServiceClient llmAgent) {
    this.llmAgent = llmAgent;
  }

  @Override
  public Writing write(
      UserId traveller,
      PlanRequest request,
      List<Place> held,
      Consumer<DraftEvent> listener,
      Deadline deadline) {
    Call call =
        Call.post("/internal/plan-generations")
            .body("application/json", Wire.write(DraftBody.of(request, held)));
    return switch (llmAgent.stream(call, deadline)) {
      case EventStream events -> read(events, listener);
      case Answer refusal -> infeasible(refusal.bytes());
    };
  }

  private static Writing read(EventStream events, Consumer<DraftEvent> listener) {
    try (events) {
      while (true) {
        ServerEvent event =
            events.next().orElseThrow(() -> Answers.nonsense("the stream ended without a draft"));
        byte[] data = event.data().getBytes(StandardCharsets.UTF_8);
        switch (event.name()) {
          case "stage" ->
              listener.accept(Answers.read(StageEvent.class, data, StageEvent::toEvent));
          case "stop" -> listener.accept(Answers.read(StopEvent.class, data, StopEvent::toEvent));
          case "draft" -> {
            return new Writing.Written(Answers.read(DraftView.class, data, DraftView::toDraft));
          }
          case "error" -> {
            return infeasible(data);
          }
          default -> {
            // Something told by a newer release to those who know it.
          }
        }
      }
    }
  }

  private static Writing infeasible(byte[] problem) {
    Answers.Infeasible infeasible = Answers.infeasible(problem);
    return new Writing.Infeasible(infeasible.conflicts(), infeasible.relaxations());
  }
}
