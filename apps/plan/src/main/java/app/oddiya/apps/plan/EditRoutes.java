package app.oddiya.apps.plan;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.IfMatch;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.FieldError;
import app.oddiya.application.planning.ChangeTrip;
import app.oddiya.application.planning.DayEdit;
import app.oddiya.application.planning.EditDay;
import app.oddiya.application.planning.HandWriting;
import app.oddiya.application.planning.TripChange;
import app.oddiya.application.planning.VerifyPlan;
import app.oddiya.application.planning.WritePlan;
import app.oddiya.apps.plan.Changing.Attempt;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Trip;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plans by hand: written, changed, checked anew.
final class EditRoutes {

  /// Providers are asked about every place of the plan.
  private static final Duration CHECKING = Duration.ofSeconds(20);

  /// What the gateway lets through.
  private static final int LONGEST_PLAN = 256 * 1024;

  private final Changing changing;
  private final WritePlan writePlan;
  private final ChangeTrip changeTrip;
  private final EditDay editDay;
  private final VerifyPlan verifyPlan;

  EditRoutes(
      Changing changing,
      WritePlan writePlan,
      ChangeTrip changeTrip,
      EditDay editDay,
      VerifyPlan verifyPlan) {
    this.changing = changing;
    this.writePlan = writePlan;
    this.changeTrip = changeTrip;
    this.editDay = editDay;
    this.verifyPlan = verifyPlan;
  }

  Routes all() {
    return Routes.of(
        Route.post("/api/v1/plans", Caller.user())
            .summary("Keep a plan that is written by hand")
            .description("It is timed as far as it says no times, and checked.")
            .headers(Spoken.class)
            .json(ManuscriptBody.class)
            .bodyLimit(LONGEST_PLAN)
            .budget(CHECKING)
            .answers(201, PlanView.class, "The stored plan", "Location", "ETag")
            .handledBy(this::write),
        Route.patch("/api/v1/plans/{id}", Caller.user())
            .summary("Change title, notes or dates of a plan")
            .description(
                "On other dates the days keep their order and the stops their times, and all of it"
                    + " is checked anew.")
            .where("id", Changing.ID)
            .needsIfMatch()
            .mergePatch(TripPatch.class)
            .budget(CHECKING)
            .answers(200, PlanView.class, "The plan as it is now", "ETag")
            .finding(changing::find)
            .handledBy(this::change),
        Route.put("/api/v1/plans/{id}/days/{n}/stops", Caller.user())
            .summary("Give a day of a plan other stops")
            .description(
                "The first day is 1. The day is timed anew as far as its stops say no times, and"
                    + " the plan is checked anew.")
            .where("id", Changing.ID)
            .where("n", "[1-9][0-9]?")
            .needsIfMatch()
            .json(DayStopsBody.class)
            .budget(CHECKING)
            .answers(200, PlanView.class, "The plan as it is now", "ETag")
            .finding(this::findDay)
            .handledBy(this::edit),
        Route.post("/api/v1/plans/{id}/verify", Caller.user())
            .summary("Check a plan against what providers say now")
            .description("The certificate is stored with the plan, whose entity tag is answered.")
            .where("id", Changing.ID)
            .budget(CHECKING)
            .answers(200, VerificationView.class, "The certificate", "ETag")
            .finding(changing::find)
            .handledBy(this::verify));
  }

  private Answer write(Call call) {
    ManuscriptBody body = call.body(ManuscriptBody.class);
    var manuscript = body.toManuscript(call.headers(Spoken.class).language());
    return switch (writePlan.write(call.user(), manuscript, call.deadline())) {
      case HandWriting.Stored(var plan) ->
          Answer.created(PlanView.location(plan.id()), PlanView.of(plan))
              .withETag(PlanView.tag(plan));
      case HandWriting.UnknownPlaces(var places) -> Problem.invalid(body.complaintsAbout(places));
    };
  }

  private Answer change(Call call, GroundedPlan found) {
    return changing.change(
        call, call.ifMatch(), found, plan -> change(call, plan, call.body(TripPatch.class)));
  }

  private Attempt change(Call call, GroundedPlan found, TripPatch patch) {
    Trip trip = found.plan().trip();
    LocalDate start = patch.startDate().orElse(trip.start());
    LocalDate end = patch.endDate().orElse(trip.end());
    long days = ChronoUnit.DAYS.between(start, end) + 1;
    if (days < 1 || days > PlanRequest.MAX_DAYS) {
      return refused(
          "out_of_range", "A trip has 1 to " + PlanRequest.MAX_DAYS + " days, not " + days + ".");
    }
    TripChange change =
        changeTrip.change(
            found,
            patch.title().orElse(trip.title()),
            patch.notes().over(trip.notes()),
            start,
            end,
            call.deadline());
    return switch (change) {
      case TripChange.Judged(var replacement) -> new Attempt.Judged(replacement);
      case TripChange.StopsLost() -> refused("days_not_empty", "A day with stops would be lost.");
    };
  }

  private static Attempt refused(String code, String detail) {
    return new Attempt.Refused(Problem.invalid("/endDate", code, detail));
  }

  /// @param index 0 for the first
  private record FoundDay(GroundedPlan plan, int index) {}

  private Optional<FoundDay> findDay(Call call) {
    int index = Integer.parseInt(call.path("n")) - 1;
    return findWithNamedPlaces(call)
        .filter(found -> hasDay(found, index))
        .map(found -> new FoundDay(found, index));
  }

  private Optional<GroundedPlan> findWithNamedPlaces(Call call) {
    return changing.find(
        call, call.soundBody(DayStopsBody.class).map(DayStopsBody::places).orElse(Set.of()));
  }

  private static boolean hasDay(GroundedPlan found, int index) {
    return index < found.plan().trip().days().size();
  }

  private Answer edit(Call call, FoundDay day) {
    return changing.change(
        call.ifMatch(),
        day.plan,
        () -> findWithNamedPlaces(call),
        plan ->
            hasDay(plan, day.index)
                ? edit(call, plan, day.index, call.body(DayStopsBody.class))
                : new Attempt.Refused(Problem.notFound()),
        (_, plan) -> Answer.ok(PlanView.of(plan)));
  }

  private Attempt edit(Call call, GroundedPlan found, int index, DayStopsBody body) {
    List<FieldError> errors = body.complaintsAbout(found.plan().trip().days().get(index).stops());
    if (!errors.isEmpty()) {
      return new Attempt.Refused(Problem.invalid(errors));
    }
    return switch (editDay.edit(found, index, body.toWanted(), call.deadline())) {
      case DayEdit.Judged(var replacement) -> new Attempt.Judged(replacement);
      case DayEdit.UnknownPlaces(var places) ->
          new Attempt.Refused(Problem.invalid(body.complaintsAbout(places)));
    };
  }

  private Answer verify(Call call, GroundedPlan found) {
    return changing.change(
        new IfMatch.AnyState(),
        found,
        () -> changing.find(call),
        plan -> new Attempt.Judged(verifyPlan.verify(plan, call.deadline())),
        (before, after) -> Answer.ok(VerificationView.of(before.trip(), after.trip())));
  }
}
