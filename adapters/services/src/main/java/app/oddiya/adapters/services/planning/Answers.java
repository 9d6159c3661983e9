package app.oddiya.adapters.services.planning;

import app.oddiya.adapters.services.planning.wire.InfeasibleView.ConflictView;
import app.oddiya.adapters.services.planning.wire.InfeasibleView.RelaxationView;
import app.oddiya.adapters.services.planning.wire.Meaning;
import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.shared.Unavailable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What llm-agent says, understood. A sibling that speaks nonsense is as good as down.
final class Answers {

  private static final String SERVICE = "llm-agent service";

  private Answers() {}

  /// A problem document, as far as it is of interest here.
  record ProblemView(
      int status,
      String code,
      Optional<List<ConflictView>> conflicts,
      Optional<List<RelaxationView>> relaxations) {}

  /// What a refusal of what cannot be says.
  record Infeasible(List<Conflict> conflicts, List<Relaxation> relaxations) {}

  /// @throws Unavailable if it is not what it should be
  static <W, T> T read(Class<W> type, byte[] json, Function<W, T> meaning) {
    W read;
    try {
      read = Wire.readAnswer(type, json);
    } catch (MalformedJson | InvalidFields notThat) {
      throw new Unavailable(SERVICE, notThat);
    }
    return Meaning.of(() -> meaning.apply(read))
        .understood()
        .orElseThrow(() -> nonsense("a " + type.getSimpleName() + " that cannot be"));
  }

  static ProblemView problem(byte[] problem) {
    return read(ProblemView.class, problem, Function.identity());
  }

  /// @throws Unavailable if it is another problem
  static Infeasible infeasible(byte[] problem) {
    return read(ProblemView.class, problem, Answers::infeasible);
  }

  private static Infeasible infeasible(ProblemView view) {
    if (!view.code.equals("infeasible")) {
      throw nonsense(view.status + " " + view.code);
    }
    return new Infeasible(
        view.conflicts.orElse(List.of()).stream().map(ConflictView::toConflict).toList(),
        view.relaxations.orElse(List.of()).stream().map(RelaxationView::toRelaxation).toList());
  }

  static Unavailable nonsense(String what) {
    return new Unavailable(SERVICE, new IllegalStateException(what));
  }
}
