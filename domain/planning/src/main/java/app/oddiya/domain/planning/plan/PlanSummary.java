package app.oddiya.domain.planning.plan;

import java.time.Instant;
import java.time.LocalDate;

/// A plan as a list shows it.
///
/// @param verdict of its certificate
public record PlanSummary(
    PlanId id,
    String title,
    Destination destination,
    LocalDate start,
    LocalDate end,
    PlanSource source,
    Verdict verdict,
    Instant createdAt,
    Instant updatedAt) {}
