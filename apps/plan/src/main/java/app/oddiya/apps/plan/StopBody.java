package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.services.planning.wire.TripFields;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Errors;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.adapters.web.json.Range;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.planning.agent.Sketch.Visit;
import app.oddiya.domain.planning.place.PlaceId;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;

/// A stop of a plan that is written by hand.
@Doc("A stop as its traveller wants it.")
@FieldRule.Of(StopBody.Rule.class)
record StopBody(
    @Doc("A place that GET /api/v1/places or a plan has shown.")
        @Text(pattern = GenerateBody.PLACE_ID)
        String placeId,
    @Doc("As early as the day allows, if it is not said.") Optional<LocalTime> arrive,
    @Doc("As long as people usually stay, if it is not said.") @Range(min = 5, max = 720)
        Optional<Integer> minutes,
    @Doc("A sentence; the usual one, if it is not said.")
        @Text(min = 1, max = StopBody.LONGEST_ACTIVITY, pattern = GenerateBody.SOMETHING)
        Optional<String> activity) {

  static final int LONGEST_ACTIVITY = 300;

  /// The most stops of a day that is written by hand.
  static final int MOST = 30;

  /// An activity says something.
  static final class Rule implements FieldRule {
    @Override
    public void check(Fields fields, Errors errors) {
      new TripFields(fields, errors).checkBlank("activity");
    }
  }

  PlaceId place() {
    return PlaceId.parse(placeId).orElseThrow();
  }

  Visit.Wanted toVisit() {
    return new Visit.Wanted(
        Optional.empty(),
        place(),
        arrive,
        minutes.map(OptionalInt::of).orElse(OptionalInt.empty()),
        activity,
        false);
  }
}
