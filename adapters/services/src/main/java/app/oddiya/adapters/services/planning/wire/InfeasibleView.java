package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Json;
import app.oddiya.domain.planning.agent.Conflict;
import java.util.List;

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
      String detail, @Doc("Operations of a JSON Patch (RFC 6902).") List<Json> patch) {}

  public static InfeasibleView of(List<Conflict> conflicts) {
    return new InfeasibleView(
        conflicts.stream()
            .map(
                conflict ->
                    new ConflictView(conflict.kind(), conflict.pointers(), conflict.detail()))
            .toList(),
        List.of());
  }
}
