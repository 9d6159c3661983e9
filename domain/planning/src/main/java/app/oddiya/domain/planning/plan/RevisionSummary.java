package app.oddiya.domain.planning.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A [Revision] as a list shows it: what it would change, without all that it would leave.
public record RevisionSummary(
    RevisionId id,
    long basedOn,
    Instant createdAt,
    Optional<String> instruction,
    List<Change> diff) {

  public RevisionSummary {
    diff = List.copyOf(diff);
  }

  public static RevisionSummary of(Revision revision) {
    return new RevisionSummary(
        revision.id(),
        revision.basedOn(),
        revision.createdAt(),
        revision.instruction(),
        revision.diff());
  }
}
