package app.oddiya.adapters.postgres.planning;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A row of `places`: the provider's record behind a stop. The components of this record are the
/// names that SQL knows them by.
record HeldPlace(
    String id,
    String provider,
    String providerId,
    Instant fetchedAt,
    String localName,
    Category category,
    double lat,
    double lng,
    Optional<String> address) {

  /// One for each place of the plan, by id: two plans stored at once then lock them in one order.
  static List<HeldPlace> of(List<Day> days) {
    var byId = new TreeMap<String, HeldPlace>();
    days.stream()
        .flatMap(day -> day.stops().stream())
        .map(HeldPlace::of)
        .forEach(place -> byId.putIfAbsent(place.id(), place));
    return List.copyOf(byId.values());
  }

  private static HeldPlace of(Stop stop) {
    return new HeldPlace(
        stop.placeId().toString(),
        stop.source().provider(),
        stop.source().id(),
        stop.source().fetchedAt(),
        stop.localName(),
        stop.category(),
        stop.position().lat(),
        stop.position().lng(),
        stop.address());
  }
}
