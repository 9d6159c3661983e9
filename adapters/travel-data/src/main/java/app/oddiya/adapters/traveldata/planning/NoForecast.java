package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The weather where no provider of forecasts is configured: unknown, and said to be.
final class NoForecast implements Weather {

  @Override
  public Map<LocalDate, DayWeather> forecast(
      GeoPoint at, List<LocalDate> dates, Deadline deadline) {
    Map<LocalDate, DayWeather> days = new HashMap<>();
    dates.forEach(date -> days.put(date, new DayWeather.Unknown()));
    return days;
  }
}
