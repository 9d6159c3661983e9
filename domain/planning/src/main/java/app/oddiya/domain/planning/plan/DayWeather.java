package app.oddiya.domain.planning.plan;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// The weather of one day of a trip, as far as anybody can tell.
public sealed interface DayWeather {

  /// No forecast reaches that far and nobody knows what is usual, or nobody was there to ask.
  record Unknown() implements DayWeather {}

  /// What is usual in that month: no forecast reaches so far.
  ///
  /// @param lowC mean daily minimum, degrees Celsius
  /// @param highC mean daily maximum, degrees Celsius
  /// @param rainDays how many days of the month have 1 mm of rain or more, in the mean
  /// @param source what the means are of: `reanalysis 2016-2025`
  record Climate(double lowC, double highC, double rainDays, String source) implements DayWeather {}

  /// @param lowC degrees Celsius
  /// @param highC degrees Celsius
  /// @param rain local times in order, one for each time of three hours that the forecast covers
  record Forecast(double lowC, double highC, List<Rain> rain) implements DayWeather {
    /// From so much in three hours on it is no day for a walk.
    private static final double WET = 1.0;

    public Forecast {
      rain = List.copyOf(rain);
    }

    /// Whether it rains during a stay; empty if the forecast does not cover all of it.
    public Optional<Boolean> rainsDuring(LocalDateTime begin, LocalDateTime end) {
      if (rain.stream().anyMatch(each -> each.millimetres() >= WET && each.overlaps(begin, end))) {
        return Optional.of(true);
      }
      LocalDateTime covered = begin;
      for (Rain each : rain) {
        if (!each.from().isAfter(covered)) {
          LocalDateTime until = each.from().plusHours(Rain.HOURS);
          covered = until.isAfter(covered) ? until : covered;
        }
      }
      return covered.isBefore(end) ? Optional.empty() : Optional.of(false);
    }
  }

  /// @param from start of three hours
  /// @param millimetres in these three hours
  record Rain(LocalDateTime from, double millimetres) {

    static final int HOURS = 3;

    boolean overlaps(LocalDateTime begin, LocalDateTime end) {
      return from.isBefore(end) && from.plusHours(HOURS).isAfter(begin);
    }
  }
}
