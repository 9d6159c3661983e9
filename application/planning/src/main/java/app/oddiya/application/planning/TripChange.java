package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.Replacement;

/// What came of changing what a plan is called or when it is.
public sealed interface TripChange {

  record Judged(Replacement replacement) implements TripChange {}

  /// Nothing is stored: a day with stops has no date among the new ones.
  record StopsLost() implements TripChange {}
}
