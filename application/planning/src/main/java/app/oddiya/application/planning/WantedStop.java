package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Sketch.Visit;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A stop that a traveller wants on a day that is edited.
///
/// @param id of the stop of that day which it is, if it is one; what is not said of it stays then,
///     but for its time
/// @param arrive empty: as early as the day allows
/// @param locked empty: as it was
public record WantedStop(
    Optional<StopId> id,
    PlaceId placeId,
    Optional<LocalTime> arrive,
    OptionalInt minutes,
    Optional<String> activity,
    Optional<Boolean> locked) {

  /// What it is on a day that has these stops. A locked stop of which nothing else is said keeps
  /// its time too.
  Visit over(List<Stop> stops) {
    Optional<Stop> same =
        stops.stream()
            .filter(stop -> id.filter(stop.id()::equals).isPresent())
            .filter(stop -> stop.placeId().equals(placeId))
            .findFirst();
    boolean stays = locked.or(() -> same.map(Stop::locked)).orElse(false);
    if (same.isPresent() && stays && saysNoMore()) {
      return new Visit.Kept(same.get().asLocked());
    }
    return new Visit.Wanted(
        id,
        placeId,
        arrive,
        minutes.isEmpty() && same.isPresent() ? OptionalInt.of(same.get().minutes()) : minutes,
        activity.or(() -> same.map(Stop::activity)),
        stays);
  }

  private boolean saysNoMore() {
    return arrive.isEmpty() && minutes.isEmpty() && activity.isEmpty();
  }
}
