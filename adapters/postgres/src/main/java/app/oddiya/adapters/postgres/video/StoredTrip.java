package app.oddiya.adapters.postgres.video;

import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.video.film.TripOutline;
import app.oddiya.domain.video.film.TripStop;
import app.oddiya.domain.video.film.TripWeather;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A plan's stops, as they were when the film was asked for.
///
/// @param language a language tag (BCP 47)
/// @param zone an id of the time zone database
/// @param weather of the days of which a forecast was known; absent in rows of earlier releases
record StoredTrip(
    String title,
    String language,
    String zone,
    LocalDate startDate,
    LocalDate endDate,
    List<Stop> stops,
    Optional<List<Weather>> weather) {

  record Weather(LocalDate date, double lowC, double highC, boolean wet) {}

  record Stop(
      String id,
      String name,
      String localName,
      LocalDate date,
      LocalTime arrive,
      LocalTime depart,
      double lat,
      double lng) {}

  static StoredTrip of(TripOutline trip) {
    return new StoredTrip(
        trip.title(),
        trip.language().toLanguageTag(),
        trip.zone().getId(),
        trip.startDate(),
        trip.endDate(),
        trip.stops().stream().map(StoredTrip::of).toList(),
        Optional.of(
            trip.weather().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(day -> weather(day.getKey(), day.getValue()))
                .toList()));
  }

  private static Weather weather(LocalDate date, TripWeather of) {
    return new Weather(date, of.lowC(), of.highC(), of.wet());
  }

  private static Stop of(TripStop stop) {
    return new Stop(
        stop.id(),
        stop.name(),
        stop.localName(),
        stop.date(),
        stop.arrive(),
        stop.depart(),
        stop.position().lat(),
        stop.position().lng());
  }

  TripOutline toTrip() {
    return new TripOutline(
        title,
        Locale.forLanguageTag(language),
        ZoneId.of(zone),
        startDate,
        endDate,
        stops.stream().map(StoredTrip::toStop).toList(),
        weather.orElse(List.of()).stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Weather::date, day -> new TripWeather(day.lowC(), day.highC(), day.wet()))));
  }

  private static TripStop toStop(Stop stop) {
    return new TripStop(
        stop.id(),
        stop.name(),
        stop.localName(),
        stop.date(),
        stop.arrive(),
        stop.depart(),
        new GeoPoint(stop.lat(), stop.lng()));
  }
}
