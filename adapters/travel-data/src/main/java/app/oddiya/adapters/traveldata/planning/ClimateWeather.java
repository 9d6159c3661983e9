package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The weather where no provider of forecasts is configured: what is usual, and said to be no more.
final class ClimateWeather implements Weather {

  private final Climate climate;

  ClimateWeather(Climate climate) {
    this.climate = climate;
  }

  @Override
  public Map<LocalDate, DayWeather> forecast(
      GeoPoint at, List<LocalDate> dates, Deadline deadline) {
    return climate.on(dates, at);
  }
}
