package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.planning.plan.RevisionSummary;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Hands a traveller everything that was proposed, plan by plan, of which one at a time is held.
public final class ExportRevisions {

  private static final int PAGE = 100;

  /// What one statement may take.
  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final Plans plans;
  private final Revisions revisions;
  private final InstantSource clock;

  public ExportRevisions(Plans plans, Revisions revisions, InstantSource clock) {
    this.plans = plans;
    this.revisions = revisions;
    this.clock = clock;
  }

  public Export export(UserId traveller) {
    return new Export(traveller);
  }

  /// Proposals as they are asked for.
  public final class Export {

    private final UserId traveller;
    private final Iterator<PlanSummary> summaries;
    private Optional<PlanId> plan = Optional.empty();
    private Iterator<RevisionSummary> ofPlan = Collections.emptyIterator();

    private Export(UserId traveller) {
      this.traveller = traveller;
      this.summaries =
          Page.walk(after -> plans.list(traveller, new Page.Request(PAGE, after), budget()));
    }

    /// Empty after the last one. What is deleted meanwhile is passed over.
    public Optional<Revision> next() {
      while (true) {
        while (plan.isPresent() && ofPlan.hasNext()) {
          Optional<Revision> revision =
              revisions.find(traveller, plan.get(), ofPlan.next().id(), budget());
          if (revision.isPresent()) {
            return revision;
          }
        }
        if (!summaries.hasNext()) {
          return Optional.empty();
        }
        PlanId next = summaries.next().id();
        plan = Optional.of(next);
        ofPlan = Page.walk(after -> page(next, after));
      }
    }

    private Page<RevisionSummary> page(PlanId of, Optional<Page.Cursor> after) {
      return revisions
          .list(traveller, of, new Page.Request(PAGE, after), budget())
          .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
    }
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }
}
