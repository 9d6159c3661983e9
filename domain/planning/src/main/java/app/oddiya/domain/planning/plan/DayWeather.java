package app.oddiya.domain.planning.plan;

import java.time.LocalDateTime;
import java.util.List;

/// The weather of one day of a trip, as far as anybody can tell.
public sealed interface DayWeather {

  /// No forecast reaches that far, or nobody was there to ask.
  record Unknown() implements DayWeather {}

  /// @param lowC degrees Celsius
  /// @param highC degrees Celsius
  /// @param rain local times in order, one for each time of three hours that the forecast covers
  record Forecast(double lowC, double highC, List<Rain> rain) implements DayWeather {
    public Forecast {
      rain = List.copyOf(rain);
    }
  }

  /// @param from start of three hours
  /// @param millimetres in these three hours
  record Rain(LocalDateTime from, double millimetres) {}
}
