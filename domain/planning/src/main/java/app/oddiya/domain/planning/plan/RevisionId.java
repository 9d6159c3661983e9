package app.oddiya.domain.planning.plan;

import java.util.Optional;
import java.util.UUID;

/// Which revision of a plan.
public record RevisionId(UUID value) {

  public static Optional<RevisionId> parse(String text) {
    return StopId.parse(text).map(id -> new RevisionId(id.value()));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
