package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.RevisionSummary;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.util.Optional;

/// Shows people what was proposed for their plans.
public final class ReadRevisions {

  private final Revisions revisions;

  public ReadRevisions(Revisions revisions) {
    this.revisions = revisions;
  }

  /// Empty if there is none, or it is another's.
  public Optional<Revision> read(UserId owner, PlanId plan, RevisionId id, Deadline deadline) {
    return revisions.find(owner, plan, id, deadline);
  }

  /// Newest first; empty if there is no such plan, or it is another's.
  public Optional<Page<RevisionSummary>> list(
      UserId owner, PlanId plan, Page.Request page, Deadline deadline) {
    return revisions.list(owner, plan, page, deadline);
  }
}
