package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Evidence;
import app.oddiya.domain.planning.place.OpeningHours;
import java.util.Optional;

/// Opening hours out of the two texts that TourAPI has for them.
///
/// Taken over only where both cannot be mistaken: times without the days of closing would say that
/// a museum is open on Mondays. Whatever else is written there, the hours are not known.
final class TourHours {

  private TourHours() {}

  /// @param times as in `usetime`
  /// @param closures as in `restdate`
  static OpeningHours read(String times, String closures, Evidence evidence) {
    Optional<TourTimes> when = TourTimes.read(times);
    Optional<TourClosures> closed = TourClosures.read(closures);
    return switch (when.orElse(null)) {
      case null -> new OpeningHours.Unpublished();
      case TourTimes.Always(var stated) ->
          closed.equals(Optional.of(TourClosures.NONE)) || (stated && closures.isBlank())
              ? new OpeningHours.Always(evidence)
              : new OpeningHours.Unpublished();
      case TourTimes.Rules(var rules) ->
          closed
              .<OpeningHours>map(
                  known ->
                      new OpeningHours.Timetable(
                          rules,
                          known.days(),
                          known.dates(),
                          known.monthly(),
                          known.onHolidays(),
                          known.onFestivals(),
                          evidence))
              .orElseGet(OpeningHours.Unpublished::new);
    };
  }
}
