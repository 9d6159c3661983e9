package app.oddiya.domain.video.film;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a film knows of the trip: the stops of its plan, in order.
///
/// @param title of the plan
/// @param language in which captions are written
/// @param zone of the stops' local times
/// @param weather that was forecast, for the days of which a forecast is known
public record TripOutline(
    String title,
    Locale language,
    ZoneId zone,
    LocalDate startDate,
    LocalDate endDate,
    List<TripStop> stops,
    Map<LocalDate, TripWeather> weather) {

  public TripOutline {
    stops = List.copyOf(stops);
    weather = Map.copyOf(weather);
  }

  /// What the reader calls a stop: Koreans by the place's own name, others by theirs.
  String nameOf(TripStop stop) {
    return language.getLanguage().equals(Locale.KOREAN.getLanguage())
        ? stop.localName()
        : stop.name();
  }
}
