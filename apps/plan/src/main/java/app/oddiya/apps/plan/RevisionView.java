package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.TripView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.planning.plan.RevisionSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A proposal as the owner of its plan sees it.
@Doc("A proposal to change a plan. It changes nothing until it is accepted.")
record RevisionView(
    String revisionId,
    @Doc("What was asked for; absent from a proposal of ours.") Optional<String> instruction,
    Instant createdAt,
    @Doc("What the plan would say.") TripView proposal,
    List<ChangeView> diff) {

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
        TripView.of(revision.proposal()),
        ChangeView.of(revision.diff()));
  }
}
