package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.CertificateView;
import app.oddiya.adapters.services.planning.wire.DayView;
import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.services.planning.wire.TotalsView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.planning.plan.RevisionSummary;
import app.oddiya.domain.planning.plan.Trip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A proposal as the owner of its plan sees it.
@Doc("A proposal to change a plan. It changes nothing until it is accepted.")
record RevisionView(
    String revisionId,
    @Doc("What was asked for; absent from a proposal of ours.") Optional<String> instruction,
    Instant createdAt,
    @Doc("What the plan would say.") ProposalView proposal,
    List<ChangeView> diff) {

  /// A plan that is not there yet.
  @Doc("What a plan would say.")
  record ProposalView(
      String title,
      Optional<String> notes,
      Language language,
      Optional<GenerateBody> request,
      GenerateBody.Where destination,
      LocalDate startDate,
      LocalDate endDate,
      PlanSource source,
      List<DayView> days,
      TotalsView totals,
      CertificateView certificate) {

    private static ProposalView of(Trip trip) {
      return new ProposalView(
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
  }

  /// A proposal in a list.
  @Doc("A proposal in a list.")
  record RevisionSummaryView(
      String revisionId,
      @Doc("What was asked for; absent from a proposal of ours.") Optional<String> instruction,
      Instant createdAt,
      List<ChangeView> diff) {

    static RevisionSummaryView of(RevisionSummary revision) {
      return new RevisionSummaryView(
          revision.id().toString(),
          revision.instruction(),
          revision.createdAt(),
          ChangeView.of(revision.diff()));
    }
  }

  static RevisionView of(Revision revision) {
    return new RevisionView(
        revision.id().toString(),
        revision.instruction(),
        revision.createdAt(),
        ProposalView.of(revision.proposal()),
        ChangeView.of(revision.diff()));
  }
}
