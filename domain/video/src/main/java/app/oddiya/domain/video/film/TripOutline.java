package app.oddiya.domain.video.film;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// What a film knows of the trip: the stops of its plan, in order.
///
/// @param title of the plan
/// @param language in which captions are written
/// @param zone of the stops' local times
public record TripOutline(
    String title,
    Locale language,
    ZoneId zone,
    LocalDate startDate,
    LocalDate endDate,
    List<TripStop> stops) {

  public TripOutline {
    stops = List.copyOf(stops);
  }
}
