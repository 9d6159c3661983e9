package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.InfeasibleView;
import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.FieldError;
import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.json.Listing;
import app.oddiya.application.planning.AcceptRevision;
import app.oddiya.application.planning.ProposeRevision;
import app.oddiya.application.planning.Proposing;
import app.oddiya.application.planning.ReadRevisions;
import app.oddiya.apps.plan.RevisionView.RevisionSummaryView;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Replacement;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.RevisionSummary;
import app.oddiya.domain.shared.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Proposals to change a plan: asked for, listed, read, accepted.
final class RevisionRoutes {

  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /// As long as a plan may take to be written.
  private static final Duration REVISING = Duration.ofSeconds(28);

  private final Changing changing;
  private final ProposeRevision proposeRevision;
  private final ReadRevisions readRevisions;
  private final AcceptRevision acceptRevision;

  RevisionRoutes(
      Changing changing,
      ProposeRevision proposeRevision,
      ReadRevisions readRevisions,
      AcceptRevision acceptRevision) {
    this.changing = changing;
    this.proposeRevision = proposeRevision;
    this.readRevisions = readRevisions;
    this.acceptRevision = acceptRevision;
  }

  Routes all() {
    return Routes.of(
        Route.post("/api/v1/plans/{id}/revise", Caller.user())
            .summary("Have a change of a plan proposed")
            .description(
                "The plan stays as it is until the proposal is accepted. What is infeasible points"
                    + " into this request, and its relaxations are patches of it.")
            .where("id", Changing.ID)
            .json(ReviseBody.class)
            .budget(REVISING)
            .answers(200, RevisionView.class, "The proposal", "ETag")
            .refuses(422, "not_understood", "It is not understood, or would change nothing.")
            .refuses(422, "infeasible", "It is understood and cannot be.", InfeasibleView.class)
            .finding(changing::find)
            .handledBy(this::revise),
        Route.get("/api/v1/plans/{id}/revisions", Caller.user())
            .summary("The latest proposals for a plan, newest first")
            .where("id", Changing.ID)
            .paged()
            .answersListing(RevisionSummaryView.class, "One page of them")
            .finding(this::page)
            .handledBy(RevisionRoutes::list),
        Route.get("/api/v1/plans/{id}/revisions/{revisionId}", Caller.user())
            .summary("A proposal for a plan")
            .where("id", Changing.ID)
            .where("revisionId", UUID_FORM)
            .answers(200, RevisionView.class, "The proposal", "ETag")
            .finding(this::find)
            .handledBy((_, revision) -> show(revision)),
        Route.post("/api/v1/plans/{id}/revisions/{revisionId}/accept", Caller.user())
            .summary("Make a plan what was proposed for it")
            .where("id", Changing.ID)
            .where("revisionId", UUID_FORM)
            .answers(200, PlanView.class, "The plan as it is now", "ETag")
            .refuses(412, "precondition_failed", "It has changed since this was proposed.")
            .finding(this::find)
            .handledBy(this::accept));
  }

  private Answer revise(Call call, GroundedPlan found) {
    ReviseBody body = call.body(ReviseBody.class);
    List<FieldError> errors = body.complaintsAbout(found.plan().trip());
    if (!errors.isEmpty()) {
      return Problem.invalid(errors);
    }
    Proposing proposing =
        proposeRevision.propose(found, body.instruction(), body.lockedStops(), call.deadline());
    return switch (proposing) {
      case Proposing.Proposed(var revision) -> show(revision);
      case Proposing.NotUnderstood() ->
          Problem.of(
              422,
              "not_understood",
              "Not understood",
              "This is not understood, or would change nothing.");
      case Proposing.Infeasible(var conflicts, var relaxations) ->
          Problem.of(422, "infeasible", "Infeasible", "The plan cannot be changed like this.")
              .extendedBy(InfeasibleView.of(conflicts, relaxations));
      case Proposing.NotFound() -> Problem.notFound();
    };
  }

  private static Answer show(Revision revision) {
    return Answer.ok(RevisionView.of(revision)).withETag(revision.id().toString());
  }

  /// Whose plan it is comes before what page is asked for, and one question answers both: a page
  /// that cannot be asked for is refused by [#list].
  private Optional<Page<RevisionSummary>> page(Call call) {
    Page.Request page;
    try {
      page = call.page();
    } catch (InvalidFields later) {
      page = new Page.Request(1, Optional.empty());
    }
    Page.Request asked = page;
    return PlanId.parse(call.path("id"))
        .flatMap(plan -> readRevisions.list(call.user(), plan, asked, call.deadline()));
  }

  private static Answer list(Call call, Page<RevisionSummary> found) {
    var _ = call.page();
    return Answer.ok(Listing.of(found, RevisionSummaryView::of));
  }

  private Optional<Revision> find(Call call) {
    return PlanId.parse(call.path("id"))
        .flatMap(
            plan ->
                RevisionId.parse(call.path("revisionId"))
                    .flatMap(id -> readRevisions.read(call.user(), plan, id, call.deadline())));
  }

  private Answer accept(Call call, Revision revision) {
    return switch (acceptRevision.accept(call.user(), revision, call.deadline())) {
      case Replacement.Replaced(var plan) ->
          Answer.ok(PlanView.of(plan)).withETag(PlanView.tag(plan));
      case Replacement.NotFound() -> Problem.notFound();
      case Replacement.Changed() -> Problem.preconditionFailed();
    };
  }
}
