package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Hands a traveller what is held of the links to their plans: when each was made. The links
/// themselves nobody can show again.
public final class ExportShares {

  private static final int PAGE = 100;

  /// What one statement may take.
  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final Plans plans;
  private final Shares shares;
  private final InstantSource clock;

  public ExportShares(Plans plans, Shares shares, InstantSource clock) {
    this.plans = plans;
    this.shares = shares;
    this.clock = clock;
  }

  public Export export(UserId traveller) {
    return new Export(traveller);
  }

  /// @param made the newest first, at least one
  public record Shared(PlanId plan, List<Instant> made) {
    public Shared {
      made = List.copyOf(made);
    }
  }

  /// Shared plans as they are asked for.
  public final class Export {

    private final UserId traveller;
    private final Iterator<PlanSummary> summaries;

    private Export(UserId traveller) {
      this.traveller = traveller;
      this.summaries =
          Page.walk(after -> plans.list(traveller, new Page.Request(PAGE, after), budget()));
    }

    /// Empty after the last one.
    public Optional<Shared> next() {
      while (summaries.hasNext()) {
        PlanId plan = summaries.next().id();
        List<Instant> made = shares.made(traveller, plan, budget());
        if (!made.isEmpty()) {
          return Optional.of(new Shared(plan, made));
        }
      }
      return Optional.empty();
    }
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }
}
