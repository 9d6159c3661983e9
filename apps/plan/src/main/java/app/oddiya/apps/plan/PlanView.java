package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.CertificateView;
import app.oddiya.adapters.services.planning.wire.DayView;
import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.services.planning.wire.TotalsView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Trip;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A plan as its owner sees it.
@Doc("A plan.")
record PlanView(
    String id,
    String title,
    Optional<String> notes,
    Language language,
    @Doc("What was asked for; absent from a plan written by hand.") Optional<GenerateBody> request,
    Instant createdAt,
    Instant updatedAt,
    @Doc("As requested.") GenerateBody.Where destination,
    LocalDate startDate,
    LocalDate endDate,
    @Doc("Who chose the stops.") PlanSource source,
    List<DayView> days,
    TotalsView totals,
    CertificateView certificate) {

  static PlanView of(Plan plan) {
    Trip trip = plan.trip();
    return new PlanView(
        plan.id().toString(),
        trip.title(),
        trip.notes(),
        trip.language(),
        trip.request().map(GenerateBody::of),
        plan.createdAt(),
        plan.updatedAt(),
        GenerateBody.Where.of(trip.destination()),
        trip.start(),
        trip.end(),
        trip.source(),
        trip.days().stream().map(DayView::of).toList(),
        TotalsView.of(trip.totals()),
        CertificateView.of(trip.certificate()));
  }

  static URI location(PlanId id) {
    return URI.create("/api/v1/plans/" + id);
  }

  /// The entity tag, without its quotes.
  static String tag(Plan plan) {
    return Long.toString(plan.version());
  }
}
