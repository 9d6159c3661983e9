package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Relaxation;
import java.util.List;
import java.util.Optional;

/// What the problem `infeasible` says beyond every problem.
public record InfeasibleView(
    @Doc("Smallest sets of wishes that cannot be met together.") List<ConflictView> conflicts,
    @Doc("Changes of the request, each of which alone makes it feasible.")
        List<RelaxationView> relaxations) {

  public record ConflictView(
      Conflict.Kind kind,
      @Doc("JSON Pointers (RFC 6901) into the request.") List<String> pointers,
      String detail) {

    public Conflict toConflict() {
      return new Conflict(kind, pointers, detail);
    }
  }

  public record RelaxationView(
      String detail, @Doc("Operations of a JSON Patch (RFC 6902).") List<EditView> patch) {

    private static RelaxationView of(Relaxation relaxation) {
      return new RelaxationView(
          relaxation.detail(), relaxation.edits().stream().map(EditView::of).toList());
    }

    public Relaxation toRelaxation() {
      return new Relaxation(detail, patch.stream().map(EditView::toEdit).toList());
    }
  }

  @Named("PatchOperation")
  public record EditView(Op op, String path, Optional<String> value) {

    /// As in RFC 6902.
    public enum Op {
      REMOVE,
      REPLACE
    }

    private static EditView of(Relaxation.Edit edit) {
      return switch (edit) {
        case Relaxation.Edit.Remove(String pointer) ->
            new EditView(Op.REMOVE, pointer, Optional.empty());
        case Relaxation.Edit.Replace(String pointer, String value) ->
            new EditView(Op.REPLACE, pointer, Optional.of(value));
      };
    }

    private Relaxation.Edit toEdit() {
      return switch (op) {
        case REMOVE -> new Relaxation.Edit.Remove(path);
        case REPLACE -> new Relaxation.Edit.Replace(path, value.orElseThrow());
      };
    }
  }

  public static InfeasibleView of(List<Conflict> conflicts, List<Relaxation> relaxations) {
    return new InfeasibleView(
        conflicts.stream()
            .map(
                conflict ->
                    new ConflictView(conflict.kind(), conflict.pointers(), conflict.detail()))
            .toList(),
        relaxations.stream().map(RelaxationView::of).toList());
  }
}
