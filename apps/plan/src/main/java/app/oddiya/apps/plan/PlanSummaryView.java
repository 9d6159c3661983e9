package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.planning.plan.Verdict;
import java.time.Instant;
import java.time.LocalDate;

/// A plan in a list.
@Doc("A plan in a list.")
record PlanSummaryView(
    String id,
    String title,
    @Doc("As requested.") GenerateBody.Where destination,
    LocalDate startDate,
    LocalDate endDate,
    PlanSource source,
    @Doc("Of its certificate.") Verdict verdict,
    Instant createdAt,
    Instant updatedAt) {

  static PlanSummaryView of(PlanSummary plan) {
    return new PlanSummaryView(
        plan.id().toString(),
        plan.title(),
        GenerateBody.Where.of(plan.destination()),
        plan.start(),
        plan.end(),
        plan.source(),
        plan.verdict(),
        plan.createdAt(),
        plan.updatedAt());
  }
}
