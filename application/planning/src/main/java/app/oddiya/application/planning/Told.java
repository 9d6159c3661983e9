package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.shared.Money;
import java.util.Optional;

/// What is to be said of a visit beyond what follows from its place and its time.
///
/// @param id empty for a new stop
/// @param name empty: as the record has it
/// @param activity empty: the usual sentence
/// @param cost where the record does not tell
record Told(
    Optional<StopId> id,
    Optional<String> name,
    Optional<String> activity,
    boolean locked,
    Optional<Money> cost,
    Sighting.Standing standing) {

  static Told ofNew(Optional<String> activity, Sighting.Standing standing) {
    return new Told(
        Optional.empty(), Optional.empty(), activity, false, Optional.empty(), standing);
  }

  /// The words that a stop has.
  static Told of(Stop stop, Sighting.Standing standing) {
    return new Told(
        Optional.of(stop.id()),
        Optional.of(stop.name()),
        Optional.of(stop.activity()),
        stop.locked(),
        stop.cost(),
        standing);
  }
}
