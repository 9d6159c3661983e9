package app.oddiya.domain.planning.plan;

import java.util.function.Function;

/// Writes what a plan says in the form in which it is shown, for [Plans] to keep: most plans are
/// shown far more often than changed.
///
/// @param edition names the form, from 1; what was written in another is written anew before it is
///     shown
/// @param form gives a text without U+0000, the same for equal trips
public record PlanScribe(int edition, Function<Trip, String> form) {

  /// Writes the text of the record: for stores out of which nobody is shown plans, and for tests.
  /// Its edition 0 is nobody's form.
  public static PlanScribe plain() {
    return new PlanScribe(0, Trip::toString);
  }

  public String write(Trip trip) {
    return form.apply(trip);
  }
}
