package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.plan.DayWeather;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// OpenWeatherMap's forecast as it is written. Rain and snow are those of the three hours _before_
/// the moment of their step.
record ThreeHourSteps(@Nullable List<@Nullable Step> list) {

  private static final Duration STEP = Duration.ofHours(3);

  /// Half of a day: of less nobody can say how warm the day will be.
  private static final int LEAST_STEPS = 4;

  /// Beyond all records of weather, in either direction: then it is something else, Kelvin for
  /// example.
  private static final double COLDEST = -70;

  private static final double HOTTEST = 60;
  private static final double WETTEST_MILLIMETRES = 1_000;
  private static final long THE_YEAR_3000 = 32_503_680_000L;

  /// @param dt seconds since 1970
  record Step(
      @Nullable Long dt,
      @Nullable Temperatures main,
      @Nullable Map<String, @Nullable Double> rain,
      @Nullable Map<String, @Nullable Double> snow) {}

  /// Degrees Celsius.
  record Temperatures(
      @JsonProperty("temp_min") @Nullable Double low,
      @JsonProperty("temp_max") @Nullable Double high) {}

  private record Slot(LocalDateTime from, double lowC, double highC, double millimetres) {}

  /// The forecasts of the days of which it knows at least half; empty if it is nonsense.
  Optional<Map<LocalDate, DayWeather.Forecast>> byDay(ZoneId zone) {
    if (list == null) {
      return Optional.empty();
    }
    Map<LocalDate, List<Slot>> slots = new TreeMap<>();
    for (Step step : list) {
      Optional<Slot> slot = step == null ? Optional.empty() : slot(step, zone);
      if (slot.isEmpty()) {
        return Optional.empty();
      }
      slots
          .computeIfAbsent(slot.get().from().toLocalDate(), _ -> new ArrayList<>())
          .add(slot.get());
    }
    Map<LocalDate, DayWeather.Forecast> days = new HashMap<>();
    slots.forEach(
        (date, ofDay) -> {
          if (ofDay.size() >= LEAST_STEPS) {
            days.put(date, forecast(ofDay));
          }
        });
    return Optional.of(days);
  }

  private static Optional<Slot> slot(Step step, ZoneId zone) {
    if (step.dt() == null
        || step.dt() < 0
        || step.dt() > THE_YEAR_3000
        || step.main() == null
        || step.main().low() == null
        || step.main().high() == null) {
      return Optional.empty();
    }
    double low = step.main().low();
    double high = step.main().high();
    double millimetres = threeHours(step.rain()) + threeHours(step.snow());
    if (!(COLDEST <= low && low <= high && high <= HOTTEST)
        || !(millimetres >= 0 && millimetres <= WETTEST_MILLIMETRES)) {
      return Optional.empty();
    }
    Instant from = Instant.ofEpochSecond(step.dt()).minus(STEP);
    return Optional.of(new Slot(LocalDateTime.ofInstant(from, zone), low, high, millimetres));
  }

  /// Absent where nothing falls.
  private static double threeHours(@Nullable Map<String, @Nullable Double> fallen) {
    Double millimetres = fallen == null ? null : fallen.get("3h");
    return millimetres == null ? 0 : millimetres;
  }

  private static DayWeather.Forecast forecast(List<Slot> slots) {
    DoubleSummaryStatistics lows = slots.stream().mapToDouble(Slot::lowC).summaryStatistics();
    DoubleSummaryStatistics highs = slots.stream().mapToDouble(Slot::highC).summaryStatistics();
    return new DayWeather.Forecast(
        lows.getMin(),
        highs.getMax(),
        slots.stream()
            .sorted(Comparator.comparing(Slot::from))
            .map(slot -> new DayWeather.Rain(slot.from(), slot.millimetres()))
            .toList());
  }
}
