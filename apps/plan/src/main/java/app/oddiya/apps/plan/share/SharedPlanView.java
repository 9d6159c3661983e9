package app.oddiya.apps.plan.share;

import app.oddiya.adapters.services.planning.wire.CertificateView;
import app.oddiya.adapters.services.planning.wire.DayView;
import app.oddiya.adapters.services.planning.wire.StopView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.Checks;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.GeoPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A plan as others see it: where the trip goes and when, and how well that was checked. What says
/// something of the owner is left out, and so is what it could be told from: the ids of plan and
/// owner, the request, notes, destination as asked for, lodging (the ways from and to it with their
/// checks), party (admissions are the party's), budget, and findings about the plan as a whole.
@Doc("A plan as others see it: nothing of its owner, the request, notes, lodging, party or budget.")
public record SharedPlanView(
    String title,
    Language language,
    Instant updatedAt,
    LocalDate startDate,
    LocalDate endDate,
    @Doc("Who chose the stops.") PlanSource source,
    List<SharedDayView> days,
    SharedCertificateView certificate) {

  @Doc("A day of a shared plan.")
  public record SharedDayView(
      LocalDate date,
      DayView.WeatherView weather,
      @Doc("In the order of their visits.") List<SharedStopView> stops,
      @Doc("Time for a meal where no place to eat is planned.")
          Optional<List<DayView.FreeView>> freeHours) {

    private static SharedDayView of(Day day) {
      DayView whole = DayView.of(day);
      List<SharedStopView> stops =
          Stream.iterate(0, i -> i < whole.stops().size(), i -> i + 1)
              .map(i -> SharedStopView.of(whole.stops().get(i), i == 0))
              .toList();
      return new SharedDayView(whole.date(), whole.weather(), stops, whole.freeHours());
    }
  }

  @Doc("A visit to a place, in a shared plan.")
  public record SharedStopView(
      UUID id,
      @Doc("{provider}:{the provider's id}") String placeId,
      @Doc("The provider's record that the stop rests on.") StopView.SourceView source,
      @Doc("Romanised or translated, where a source has it.") String name,
      @Doc("The provider's.") String localName,
      String category,
      GeoPoint position,
      @Nullable String address,
      LocalTime arrive,
      @Doc("Before arrive, it is the next day's.") LocalTime depart,
      String activity,
      @Doc("null for the first stop of a day.") StopView.@Nullable LegView legFromPrevious,
      Optional<StopView.PictureView> picture,
      SharedChecksView checks) {

    private static SharedStopView of(StopView stop, boolean isFirst) {
      StopView.ChecksView checks = stop.checks();
      return new SharedStopView(
          stop.id(),
          stop.placeId(),
          stop.source(),
          stop.name(),
          stop.localName(),
          stop.category(),
          stop.position(),
          stop.address(),
          stop.arrive(),
          stop.depart(),
          stop.activity(),
          isFirst ? null : stop.legFromPrevious(),
          stop.picture(),
          new SharedChecksView(
              checks.exists(),
              checks.open(),
              isFirst ? Optional.empty() : Optional.of(checks.travel()),
              checks.weather()));
    }
  }

  @Doc("What was checked about a stop of a shared plan.")
  public record SharedChecksView(
      StopView.CheckView exists,
      StopView.CheckView open,
      @Doc("Absent from the first stop of a day.") Optional<StopView.CheckView> travel,
      StopView.CheckView weather) {}

  @Doc("How the stops of a shared plan were checked.")
  public record SharedCertificateView(
      @Doc("Of the stops alone: whether they exist, are open and can be reached in time.")
          Verdict verdict,
      Instant checkedAt,
      List<CertificateView.UsedView> sources) {

    private static SharedCertificateView of(Trip trip) {
      CertificateView whole = CertificateView.of(trip.certificate());
      return new SharedCertificateView(verdict(trip), whole.checkedAt(), whole.sources());
    }

    private static Verdict verdict(Trip trip) {
      return trip.days().stream()
          .flatMap(
              day ->
                  Stream.iterate(0, i -> i < day.stops().size(), i -> i + 1)
                      .map(i -> verdict(day.stops().get(i).checks(), i == 0)))
          .reduce(Verdict.PASS, Verdict::and);
    }

    private static Verdict verdict(Checks checks, boolean isFirst) {
      Verdict there = checks.exists().verdict().and(checks.open().verdict());
      return isFirst ? there : there.and(checks.travel().verdict());
    }
  }

  public static SharedPlanView of(Plan plan) {
    Trip trip = plan.trip();
    return new SharedPlanView(
        trip.title(),
        trip.language(),
        plan.updatedAt(),
        trip.start(),
        trip.end(),
        trip.source(),
        trip.days().stream().map(SharedDayView::of).toList(),
        SharedCertificateView.of(trip));
  }
}
