package app.oddiya.apps.plan;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.IfMatch;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Reply;
import app.oddiya.application.planning.ReadPlan;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Replacement;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Changes of a plan that start from what it says: what is stored rests on what was read, whatever
/// version the client asks for.
final class Changing {

  /// The form of a plan's id in a path.
  static final String ID = "[1-9][0-9]{0,17}";

  /// How often a change is tried whose client does not mind what came before it.
  private static final int TRIES = 4;

  private final ReadPlan readPlan;

  Changing(ReadPlan readPlan) {
    this.readPlan = readPlan;
  }

  /// One attempt at a change.
  sealed interface Attempt {

    record Judged(Replacement replacement) implements Attempt {}

    record Refused(Problem problem) implements Attempt {}
  }

  Optional<GroundedPlan> find(Call call) {
    return find(call, Set.of());
  }

  /// @param others places that the plan may come to have
  Optional<GroundedPlan> find(Call call, Set<PlaceId> others) {
    return PlanId.parse(call.path("id"))
        .flatMap(id -> readPlan.readGrounded(call.user(), id, others, call.deadline()));
  }

  /// Changes the plan that was found, or whatever has become of it since if the client does not
  /// mind, and answers the plan.
  Answer change(
      Call call, IfMatch states, GroundedPlan found, Function<GroundedPlan, Attempt> change) {
    return change(
        states, found, () -> find(call), change, (_, plan) -> Answer.ok(PlanView.of(plan)));
  }

  /// @param again finds what has become of the plan
  /// @param answer made of the plan before and after
  Answer change(
      IfMatch states,
      GroundedPlan found,
      Supplier<Optional<GroundedPlan>> again,
      Function<GroundedPlan, Attempt> change,
      BiFunction<Plan, Plan, Reply> answer) {
    Optional<GroundedPlan> current = Optional.of(found);
    for (int i = 0; i < TRIES && current.isPresent(); i++) {
      Plan before = current.get().plan();
      if (!states.allows(PlanView.tag(before))) {
        return Problem.preconditionFailed();
      }
      switch (change.apply(current.get())) {
        case Attempt.Judged(Replacement.Replaced(var after)) -> {
          return answer.apply(before, after).withETag(PlanView.tag(after));
        }
        case Attempt.Judged(Replacement.NotFound()) -> {
          return Problem.notFound();
        }
        case Attempt.Judged(Replacement.Changed()) -> current = again.get();
        case Attempt.Refused(var problem) -> {
          return problem;
        }
      }
    }
    return current.isPresent() ? Problem.preconditionFailed() : Problem.notFound();
  }
}
