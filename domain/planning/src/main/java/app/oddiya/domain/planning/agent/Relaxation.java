package app.oddiya.domain.planning.agent;

import java.util.List;

/// A change of a request that makes it feasible by itself.
///
/// @param detail in the request's language
/// @param edits at least one, in the order in which they are to be made
public record Relaxation(String detail, List<Edit> edits) {

  public Relaxation {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("edits: none (expected: at least one)");
    }
  }

  /// An operation of a JSON Patch (RFC 6902) on the request.
  public sealed interface Edit {

    /// JSON Pointer (RFC 6901): `/mustVisit/0`.
    String pointer();

    /// Takes a value out.
    record Remove(String pointer) implements Edit {}

    /// Puts a text in the place of a value: a date, an amount, a pace, a name.
    record Replace(String pointer, String value) implements Edit {}
  }
}
