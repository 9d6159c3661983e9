package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.services.planning.wire.TripFields;
import app.oddiya.adapters.web.json.Clearable;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Errors;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.adapters.web.json.Text;
import java.time.LocalDate;
import java.util.Optional;

/// What of a plan its traveller changes.
@Doc("What is to be changed.")
@FieldRule.Of(TripPatch.Rule.class)
record TripPatch(
    @Text(min = 1, max = ManuscriptBody.LONGEST_TITLE, pattern = GenerateBody.SOMETHING)
        Optional<String> title,
    @Doc("At most 500 code points after Unicode normalisation (NFC); null takes them away.")
        Clearable<String> notes,
    @Doc("The first day of the plan, with its stops at their times, moves here.")
        Optional<LocalDate> startDate,
    @Doc("Days before it that the plan lacks are added, empty; days after it must be empty.")
        Optional<LocalDate> endDate) {

  /// As in the other bodies.
  static final class Rule implements FieldRule {
    @Override
    public void check(Fields fields, Errors errors) {
      new TripFields(fields, errors).checkBlank("title");
      new TripFields(fields, errors).checkNotes();
      new TripFields(fields, errors).checkDates();
    }
  }
}
