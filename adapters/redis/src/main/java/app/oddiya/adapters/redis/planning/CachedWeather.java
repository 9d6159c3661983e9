package app.oddiya.adapters.redis.planning;

import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/// Answers of a provider of forecasts, kept for half an hour, day by day and for all who are within
/// the same tenth of a degree: forecasts are no finer.
final class CachedWeather implements Weather {

  static final Duration LIFE = Duration.ofMinutes(30);

  private static final TypeReference<DayWeather> DAY = new TypeReference<>() {};

  private final Weather weather;
  private final Shelf shelf;

  CachedWeather(Weather weather, Shelf shelf) {
    this.weather = weather;
    this.shelf = shelf;
  }

  @Override
  public Map<LocalDate, DayWeather> forecast(
      GeoPoint at, List<LocalDate> dates, Deadline deadline) {
    if (dates.isEmpty()) {
      return Map.of();
    }
    return kept(at, dates)
        .orElseGet(
            () -> {
              Map<LocalDate, DayWeather> days = weather.forecast(at, dates, deadline);
              days.forEach((date, day) -> shelf.write(key(at, date), day, LIFE));
              return days;
            });
  }

  /// All of them, or one has to be asked for and the others come with it.
  private Optional<Map<LocalDate, DayWeather>> kept(GeoPoint at, List<LocalDate> dates) {
    List<Optional<DayWeather>> found =
        shelf.readAll(dates.stream().map(date -> key(at, date)).toList(), DAY);
    Map<LocalDate, DayWeather> days = new HashMap<>();
    for (int i = 0; i < dates.size(); i++) {
      if (found.get(i).isEmpty()) {
        return Optional.empty();
      }
      days.put(dates.get(i), found.get(i).get());
    }
    return Optional.of(days);
  }

  private static String key(GeoPoint at, LocalDate date) {
    return "weather:%s:%d:%d:%s"
        .formatted(CachedJson.VERSION, Math.round(at.lat() * 10), Math.round(at.lng() * 10), date);
  }
}
