package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Errors;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.domain.planning.plan.PlanRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The fields that bodies about trips have in common, while they are checked.
///
/// @param errors where what is wrong is put down
public record TripFields(FieldRule.Fields fields, Errors errors) {

  /// `startDate` and `endDate`.
  public void checkDates() {
    Optional<LocalDate> start = fields.valid("startDate", LocalDate.class);
    Optional<LocalDate> end = fields.valid("endDate", LocalDate.class);
    if (start.isEmpty() || end.isEmpty()) {
      return;
    }
    long days = ChronoUnit.DAYS.between(start.get(), end.get()) + 1;
    if (days < 1) {
      errors.add(fields.pointer("endDate"), "out_of_range", "The trip ends before it starts.");
    } else if (days > PlanRequest.MAX_DAYS) {
      errors.add(
          fields.pointer("endDate"),
          "out_of_range",
          "A trip has at most " + PlanRequest.MAX_DAYS + " days, this one " + days + ".");
    }
  }

  /// `notes`.
  public void checkNotes() {
    Optional<String> notes = fields.valid("notes", String.class).map(GenerateBody::normalised);
    if (notes.isPresent()
        && notes.get().codePointCount(0, notes.get().length()) > PlanRequest.MAX_NOTES) {
      errors.add(
          fields.pointer("notes"),
          "too_long",
          "At most " + PlanRequest.MAX_NOTES + " characters are expected here.");
    }
  }

  /// Blank to Unicode, where `\S` of a pattern knows the white space of ASCII only.
  public void checkBlank(String name) {
    if (fields.valid(name, String.class).filter(String::isBlank).isPresent()) {
      errors.add(fields.pointer(name), "blank", "This says nothing.");
    }
  }
}
