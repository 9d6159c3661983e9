package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Trip;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a plan says, whoever owns it.
@Doc("What a plan says.")
public record TripView(
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

  public static TripView of(Trip trip) {
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

  /// @throws RuntimeException if one of the stops cannot be: see [Meaning]
  public Trip toTrip() {
    return new Trip(
        title,
        notes,
        language,
        request.map(GenerateBody::toRequest),
        destination.toDestination(),
        startDate,
        endDate,
        source,
        days.stream().map(DayView::toDay).toList(),
        totals.toTotals(),
        certificate.toCertificate());
  }
}
