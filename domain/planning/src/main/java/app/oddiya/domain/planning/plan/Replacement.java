package app.oddiya.domain.planning.plan;

/// What came of changing a plan.
public sealed interface Replacement {

  /// @param plan as it is stored now, one version on
  record Replaced(Plan plan) implements Replacement {}

  /// There is none of that owner.
  record NotFound() implements Replacement {}

  /// It is not the version any more that was to be changed.
  record Changed() implements Replacement {}
}
