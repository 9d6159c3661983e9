package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Errors;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.domain.planning.plan.PlanRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What a [GenerateBody] must be beyond the shape of its fields, and other bodies with the same
/// fields.
public final class GenerateRule implements FieldRule {

  @Override
  public void check(Fields fields, Errors errors) {
    checkDates(fields, errors);
    checkNotes(fields, errors);
  }

  /// Of `startDate` and `endDate`.
  public static void checkDates(Fields fields, Errors errors) {
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

  /// Of `notes`.
  public static void checkNotes(Fields fields, Errors errors) {
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
  public static void checkBlank(Fields fields, String name, Errors errors) {
    if (fields.valid(name, String.class).filter(String::isBlank).isPresent()) {
      errors.add(fields.pointer(name), "blank", "This says nothing.");
    }
  }

  static final class OfName implements FieldRule {

    @Override
    public void check(Fields fields, Errors errors) {
      checkBlank(fields, "name", errors);
    }
  }

  static final class OfText implements FieldRule {

    @Override
    public void check(Fields fields, Errors errors) {
      checkBlank(fields, "text", errors);
    }
  }

  /// At least one travels.
  static final class OfTravellers implements FieldRule {

    @Override
    public void check(Fields fields, Errors errors) {
      Optional<Integer> adults = fields.valid("adults", Integer.class);
      Optional<Integer> children = fields.valid("children", Integer.class);
      if (adults.isPresent() && children.isPresent() && adults.get() + children.get() == 0) {
        errors.add(fields.pointer("adults"), "out_of_range", "Somebody has to travel.");
      }
    }
  }

  /// Nobody travels on less than nothing.
  static final class OfBudget implements FieldRule {

    @Override
    public void check(Fields fields, Errors errors) {
      if (fields.valid("amount", BigDecimal.class).filter(it -> it.signum() < 0).isPresent()) {
        errors.add(fields.pointer("amount"), "out_of_range", "This must not be negative.");
      }
    }
  }
}
