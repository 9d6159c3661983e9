package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;

/// Hands a traveller all plans, newest first, of which one at a time is held.
public final class ExportPlans {

  private static final int PAGE = 100;

  /// What one statement may take: the whole takes as long as the traveller's connection does.
  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final Plans plans;
  private final InstantSource clock;

  public ExportPlans(Plans plans, InstantSource clock) {
    this.plans = plans;
    this.clock = clock;
  }

  /// The first page of the list is read at once, so that a store that is down is known before
  /// anything is shown.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if the store does not answer
  public Export export(UserId traveller) {
    return new Export(traveller, Page.walk(after -> page(traveller, after)));
  }

  /// Plans as they are asked for.
  public final class Export {

    private final UserId traveller;
    private final Iterator<PlanSummary> summaries;

    private Export(UserId traveller, Iterator<PlanSummary> summaries) {
      this.traveller = traveller;
      this.summaries = summaries;
    }

    /// Empty after the last one. What is deleted meanwhile is passed over.
    public Optional<Plan> next() {
      while (summaries.hasNext()) {
        Optional<Plan> plan = plans.find(traveller, summaries.next().id(), budget());
        if (plan.isPresent()) {
          return plan;
        }
      }
      return Optional.empty();
    }
  }

  private Page<PlanSummary> page(UserId traveller, Optional<Page.Cursor> after) {
    return plans.list(traveller, new Page.Request(PAGE, after), budget());
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }
}
