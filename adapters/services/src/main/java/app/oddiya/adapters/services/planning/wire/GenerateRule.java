package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Errors;
import app.oddiya.adapters.web.json.FieldRule;
import java.math.BigDecimal;
import java.util.Optional;

/// What a [GenerateBody] must be beyond the shape of its fields.
final class GenerateRule implements FieldRule {

  @Override
  public void check(Fields fields, Errors errors) {
    TripFields trip = new TripFields(fields, errors);
    trip.checkDates();
    trip.checkNotes();
  }

  static final class OfName implements FieldRule {

    @Override
    public void check(Fields fields, Errors errors) {
      new TripFields(fields, errors).checkBlank("name");
    }
  }

  static final class OfText implements FieldRule {

    @Override
    public void check(Fields fields, Errors errors) {
      new TripFields(fields, errors).checkBlank("text");
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
