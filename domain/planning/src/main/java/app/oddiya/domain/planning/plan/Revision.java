package app.oddiya.domain.planning.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A proposal to change a plan. It changes nothing until it is accepted, which it can be as long as
/// the plan is the version that it was made for.
///
/// @param basedOn the version of the plan that it was made for
/// @param instruction what was asked for; empty for a proposal of ours, as the weather turned
/// @param proposal what the plan would say
public record Revision(
    RevisionId id,
    PlanId plan,
    long basedOn,
    Instant createdAt,
    Optional<String> instruction,
    Trip proposal,
    List<Change> diff) {

  public Revision {
    diff = List.copyOf(diff);
  }
}
