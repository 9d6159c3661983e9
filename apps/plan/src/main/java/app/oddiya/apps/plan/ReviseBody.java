package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.services.planning.wire.TripFields;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Errors;
import app.oddiya.adapters.web.json.FieldError;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// How a plan is to be changed.
@Doc("How the plan is to be changed.")
@FieldRule.Of(ReviseBody.Rule.class)
record ReviseBody(
    @Doc("In Korean, English, Japanese or Chinese.")
        @Text(min = 1, max = 500, pattern = GenerateBody.SOMETHING)
        String instruction,
    @Doc("Stops of the plan that stay as they are, beside those that are locked.")
        @Size(max = StopBody.MOST * PlanRequest.MAX_DAYS, unique = true) Optional<List<UUID>> locked) {

  /// An instruction says something.
  static final class Rule implements FieldRule {
    @Override
    public void check(Fields fields, Errors errors) {
      new TripFields(fields, errors).checkBlank("instruction");
    }
  }

  List<StopId> lockedStops() {
    return locked.orElse(List.of()).stream().map(StopId::new).toList();
  }

  /// Where it names stops that the plan does not have.
  List<FieldError> complaintsAbout(Trip trip) {
    Set<UUID> known =
        trip.stops().stream().map(stop -> stop.id().value()).collect(Collectors.toSet());
    List<UUID> named = locked.orElse(List.of());
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      if (!known.contains(named.get(i))) {
        errors.add(new FieldError("/locked/" + i, "not_found", "The plan has no such stop."));
      }
    }
    return errors;
  }
}
