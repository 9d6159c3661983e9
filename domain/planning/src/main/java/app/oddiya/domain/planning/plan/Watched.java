package app.oddiya.domain.planning.plan;

import app.oddiya.domain.shared.UserId;
import java.util.Optional;
import java.util.Set;

/// A plan whose turn it is to be watched.
///
/// @param told the worries that its owner has been told of, or is to be
/// @param unsent the proposal that its owner may not have been told of yet
public record Watched(UserId owner, PlanId plan, Set<Worry> told, Optional<RevisionId> unsent) {

  public Watched {
    told = Set.copyOf(told);
  }
}
