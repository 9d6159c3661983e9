package app.oddiya.adapters.services.planning;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.EventStream;
import app.oddiya.adapters.http.ServerEvent;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.services.planning.wire.DraftView;
import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.services.planning.wire.InfeasibleView.ConflictView;
import app.oddiya.adapters.services.planning.wire.InfeasibleView.RelaxationView;
import app.oddiya.adapters.services.planning.wire.StageEvent;
import app.oddiya.adapters.services.planning.wire.StopEvent;
import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Drafts behind `POST /internal/plan-generations` of llm-agent, told as they are written.
///
/// The traveller is the one of the request being answered ([app.oddiya.adapters.http.Origin]);
/// leaving the stream early closes the connection, by which llm-agent learns to stop.
final class HttpPlanWriter implements PlanWriter {

  private static final String SERVICE = "llm-agent service";

  private final ServiceClient llmAgent;

  HttpPlanWriter(ServiceClient llmAgent) {
    this.llmAgent = llmAgent;
  }

  /// A problem document, as far as it is of interest here.
  record ProblemView(
      int status,
      String code,
      Optional<List<ConflictView>> conflicts,
      Optional<List<RelaxationView>> relaxations) {}

  @Override
  public Writing write(
      UserId traveller,
      PlanRequest request,
      List<Place> held,
      Consumer<DraftEvent> listener,
      Deadline deadline) {
    Call call =
        Call.post("/internal/plan-generations")
            .body("application/json", Wire.write(GenerateBody.of(request)));
    return switch (llmAgent.stream(call, deadline)) {
      case EventStream events -> read(events, listener);
      case Answer refusal -> refused(refusal.bytes());
    };
  }

  private static Writing read(EventStream events, Consumer<DraftEvent> listener) {
    try (events) {
      while (true) {
        ServerEvent event =
            events.next().orElseThrow(() -> nonsense(new IllegalStateException("no draft")));
        byte[] data = event.data().getBytes(StandardCharsets.UTF_8);
        switch (event.name()) {
          case "stage" -> listener.accept(read(StageEvent.class, data, StageEvent::toEvent));
          case "stop" -> listener.accept(read(StopEvent.class, data, StopEvent::toEvent));
          case "draft" -> {
            return new Writing.Written(read(DraftView.class, data, DraftView::toDraft));
          }
          case "error" -> {
            return refused(data);
          }
          default -> {
            // Something told by a newer release to those who know it.
          }
        }
      }
    }
  }

  private static Writing refused(byte[] problem) {
    ProblemView view = read(ProblemView.class, problem, Function.identity());
    if (view.code.equals("infeasible")) {
      return new Writing.Infeasible(
          view.conflicts.orElse(List.of()).stream().map(ConflictView::toConflict).toList(),
          view.relaxations.orElse(List.of()).stream().map(RelaxationView::toRelaxation).toList());
    }
    throw nonsense(new IllegalStateException(view.status + " " + view.code));
  }

  /// A sibling that speaks nonsense is as good as down.
  private static <W, T> T read(Class<W> type, byte[] json, Function<W, T> meaning) {
    try {
      return meaning.apply(Wire.readAnswer(type, json));
    } catch (MalformedJson
        | InvalidFields
        | IllegalArgumentException
        | NoSuchElementException notThat) {
      throw nonsense(notThat);
    }
  }

  private static Unavailable nonsense(Exception cause) {
    return new Unavailable(SERVICE, cause);
  }
}
