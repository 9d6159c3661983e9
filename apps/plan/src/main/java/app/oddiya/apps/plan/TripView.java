package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.CertificateView;
import app.oddiya.adapters.services.planning.wire.DayView;
import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.services.planning.wire.TotalsView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Trip;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a plan says, or would say.
@Doc("What a plan would say.")
record TripView(
    String title,
    Optional<String> notes,
    Language language,
    @Doc("What was asked for; absent from a plan written by hand.") Optional<GenerateBody> request,
    @Doc("As requested.") GenerateBody.Where destination,
    LocalDate startDate,
    LocalDate endDate,
    @Doc("Who chose the stops.") PlanSource source,
    List<DayView> days,
    TotalsView totals,
    CertificateView certificate) {

  /// To be raised when a trip is written otherwise than before, be it a comma: `TripViewTest`
  /// tells. What was written in other editions is written anew when it is read.
  private static final int EDITION = 1;

  static TripView of(Trip trip) {
    return new TripView(
        trip.title(),
        trip.notes(),
        trip.language(),
        trip.request().map(GenerateBody::of),
        GenerateBody.Where.of(trip.destination()),
        trip.start(),
        trip.end(),
        trip.source(),
        trip.days().stream().map(DayView::of).toList(),
        TotalsView.of(trip.totals()),
        CertificateView.of(trip.certificate()));
  }

  /// Writes trips as they stand within plans.
  static PlanScribe scribe() {
    return new PlanScribe(
        EDITION, trip -> new String(Wire.write(TripView.of(trip)), StandardCharsets.UTF_8));
  }
}
