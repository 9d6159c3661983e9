package app.oddiya.apps.plan;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.IfMatch;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Listing;
import app.oddiya.application.planning.DeletePlan;
import app.oddiya.application.planning.ListPlans;
import app.oddiya.application.planning.ReadPlan;
import app.oddiya.domain.planning.plan.Deletion;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanDocument;
import app.oddiya.domain.planning.plan.PlanId;
import java.util.Optional;
import java.util.OptionalLong;

/// Plans: listed, read, deleted.
final class PlanRoutes {

  private final ListPlans listPlans;
  private final ReadPlan readPlan;
  private final DeletePlan deletePlan;

  PlanRoutes(ListPlans listPlans, ReadPlan readPlan, DeletePlan deletePlan) {
    this.listPlans = listPlans;
    this.readPlan = readPlan;
    this.deletePlan = deletePlan;
  }

  Routes all() {
    return Routes.of(
        Route.get("/api/v1/plans", Caller.user())
            .summary("The plans of the caller, newest first")
            .paged()
            .answersListing(PlanSummaryView.class, "One page of them")
            .handledBy(this::list),
        Route.get("/api/v1/plans/{id}", Caller.user())
            .summary("A plan")
            .where("id", Changing.ID)
            .answers(200, PlanView.class, "The plan", "ETag")
            .finding(this::findDocument)
            .handledBy((_, plan) -> show(plan)),
        Route.delete("/api/v1/plans/{id}", Caller.user())
            .summary("Delete a plan")
            .where("id", Changing.ID)
            .needsIfMatch()
            .answersNothing(204, "Deleted")
            .finding(this::find)
            .handledBy(this::delete),
        Route.get("/internal/plans/{id}", Caller.internalForUser("video"))
            .summary("A plan of the user acted for")
            .where("id", Changing.ID)
            .answers(200, PlanView.class, "The plan", "ETag")
            .finding(this::findDocument)
            .handledBy((_, plan) -> show(plan)));
  }

  private Answer list(Call call) {
    return Answer.ok(
        Listing.of(listPlans.list(call.user(), call.page(), call.deadline()), PlanSummaryView::of));
  }

  private Optional<Plan> find(Call call) {
    return PlanId.parse(call.path("id"))
        .flatMap(id -> readPlan.read(call.user(), id, call.deadline()));
  }

  private Optional<PlanDocument> findDocument(Call call) {
    return PlanId.parse(call.path("id"))
        .flatMap(id -> readPlan.readDocument(call.user(), id, call.deadline()));
  }

  private static Answer show(PlanDocument plan) {
    return Reply.written(200, PlanView.written(plan)).withETag(PlanView.tag(plan));
  }

  private Answer delete(Call call, Plan found) {
    if (!call.ifMatch().allows(PlanView.tag(found))) {
      return Problem.preconditionFailed();
    }
    OptionalLong basedOn =
        switch (call.ifMatch()) {
          case IfMatch.AnyState() -> OptionalLong.empty();
          case IfMatch.OneOf(_) -> OptionalLong.of(found.version());
        };
    Deletion deletion = deletePlan.delete(call.user(), found.id(), basedOn, call.deadline());
    return switch (deletion) {
      case DELETED -> Answer.noContent();
      case CHANGED -> Problem.preconditionFailed();
      case NOT_FOUND -> Problem.notFound();
    };
  }
}
