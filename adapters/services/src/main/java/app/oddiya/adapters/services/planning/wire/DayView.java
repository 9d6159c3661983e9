package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.services.planning.wire.StopView.LegView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.FreeHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// A day of a plan.
@Doc("A day of a plan.")
public record DayView(
    LocalDate date,
    WeatherView weather,
    @Doc("In the order of their visits.") List<StopView> stops,
    @Doc("Time for a meal where no place to eat is planned.") Optional<List<FreeView>> freeHours,
    @Doc("The way back, where the request names a lodging.") Optional<LegView> legToLodging) {

  @Doc("What the sky will do, as far as anybody can tell: a forecast, or what is usual then.")
  public record WeatherView(
      Kind kind,
      @Doc("Degrees Celsius.") Optional<Double> lowC,
      @Doc("Degrees Celsius.") Optional<Double> highC,
      Optional<List<RainView>> rain,
      @Doc("Of a usual month: how many of its days have 1 mm of rain or more.")
          Optional<Double> rainDays,
      @Doc("Of a usual month: what its means are of.") Optional<String> source) {

    /// How it is known.
    public enum Kind {
      FORECAST,
      CLIMATE,
      UNKNOWN
    }

    private static WeatherView of(DayWeather weather) {
      return switch (weather) {
        case DayWeather.Unknown() ->
            new WeatherView(
                Kind.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        case DayWeather.Climate(double lowC, double highC, double rainDays, String source) ->
            new WeatherView(
                Kind.CLIMATE,
                Optional.of(lowC),
                Optional.of(highC),
                Optional.empty(),
                Optional.of(rainDays),
                Optional.of(source));
        case DayWeather.Forecast(double lowC, double highC, var rain) ->
            new WeatherView(
                Kind.FORECAST,
                Optional.of(lowC),
                Optional.of(highC),
                Optional.of(
                    rain.stream()
                        .map(each -> new RainView(each.from().toLocalTime(), each.millimetres()))
                        .toList()),
                Optional.empty(),
                Optional.empty());
      };
    }

    private DayWeather toWeather(LocalDate date) {
      return switch (kind) {
        case UNKNOWN -> new DayWeather.Unknown();
        case CLIMATE ->
            new DayWeather.Climate(
                lowC.orElseThrow(),
                highC.orElseThrow(),
                rainDays.orElseThrow(),
                source.orElseThrow());
        case FORECAST ->
            new DayWeather.Forecast(
                lowC.orElseThrow(),
                highC.orElseThrow(),
                rain.orElseThrow().stream()
                    .map(each -> new DayWeather.Rain(date.atTime(each.from), each.millimetres))
                    .toList());
      };
    }
  }

  @Doc("Rain in the three hours that begin at from.")
  public record RainView(LocalTime from, double millimetres) {}

  @Named("FreeHoursView")
  public record FreeView(FreeHours.Kind kind, LocalTime from, LocalTime to) {}

  public static DayView of(Day day) {
    return new DayView(
        day.date(),
        WeatherView.of(day.weather()),
        day.stops().stream().map(StopView::of).toList(),
        Optional.of(
                day.freeHours().stream()
                    .map(free -> new FreeView(free.kind(), free.from(), free.to()))
                    .toList())
            .filter(free -> !free.isEmpty()),
        day.legToLodging().map(LegView::of));
  }

  Day toDay() {
    return new Day(
        date,
        weather.toWeather(date),
        stops.stream().map(StopView::toStop).toList(),
        freeHours.orElse(List.of()).stream()
            .map(free -> new FreeHours(free.kind, free.from, free.to))
            .toList(),
        legToLodging.map(LegView::toLeg));
  }
}
