package app.oddiya.adapters.traveldata.planning;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ProviderClient;
import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// OpenWeatherMap's free forecast: five days in steps of three hours, and beyond them what is usual
/// (https://openweathermap.org/forecast5).
final class OpenWeatherMapWeather implements Weather {

  private static final Logger LOG = LoggerFactory.getLogger(OpenWeatherMapWeather.class);

  /// All places are in Korea.
  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

  /// Forty steps of three hours end on the fifth day after today at the latest.
  private static final int REACH_DAYS = 5;

  private final ProviderClient provider;
  private final String key;
  private final Climate climate;
  private final InstantSource clock;

  OpenWeatherMapWeather(
      OpenWeatherMapConfig config, ProviderClients clients, Climate climate, InstantSource clock) {
    this.provider = clients.to("OpenWeatherMap", config.url());
    this.key = config.key();
    this.climate = climate;
    this.clock = clock;
  }

  @Override
  public Map<LocalDate, DayWeather> forecast(
      GeoPoint at, List<LocalDate> dates, Deadline deadline) {
    Map<LocalDate, DayWeather> days = new HashMap<>(climate.on(dates, at));
    if (dates.stream().anyMatch(this::isInReach)) {
      Map<LocalDate, DayWeather.Forecast> forecasts = ask(at, deadline);
      dates.stream()
          .filter(forecasts::containsKey)
          .forEach(date -> days.put(date, forecasts.get(date)));
    }
    return days;
  }

  private boolean isInReach(LocalDate date) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), KOREA);
    return !date.isBefore(today) && !date.isAfter(today.plusDays(REACH_DAYS));
  }

  private Map<LocalDate, DayWeather.Forecast> ask(GeoPoint at, Deadline deadline) {
    try {
      Answer answer =
          provider.send(
              Call.get("/data/2.5/forecast")
                  .query("lat", degrees(at.lat()))
                  .query("lon", degrees(at.lng()))
                  .query("units", "metric")
                  .query("appid", key),
              deadline);
      if (answer.status() != 200) {
        throw answer.unexpected();
      }
      return answer.json(ThreeHourSteps.class).byDay(KOREA).orElseThrow(answer::unexpected);
    } catch (Unavailable outage) {
      LOG.atWarn()
          .addKeyValue("event", "forecast_missing")
          .addKeyValue("reason", String.valueOf(outage.getCause()))
          .log("no forecast can be had");
      throw outage;
    }
  }

  /// A hundredth of a degree is about a kilometre: the model behind it is coarser, and nobody's
  /// address leaves the house.
  private static String degrees(double angle) {
    return BigDecimal.valueOf(angle).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
