package app.oddiya.domain.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayWeatherTest {

  private static final LocalDateTime NOON = LocalDateTime.parse("2027-04-10T12:00");

  private final DayWeather.Forecast forecast =
      new DayWeather.Forecast(
          8,
          15,
          List.of(
              new DayWeather.Rain(NOON.minusHours(3), 0.9),
              new DayWeather.Rain(NOON, 1.0),
              new DayWeather.Rain(NOON.plusHours(3), 0)));

  @Test
  void aMillimetreInThreeHoursIsRainAndLessIsNone() {
    assertThat(forecast.rainsDuring(NOON.minusHours(3), NOON)).contains(false);
    assertThat(forecast.rainsDuring(NOON.plusHours(2), NOON.plusHours(4))).contains(true);
    assertThat(forecast.rainsDuring(NOON.plusHours(3), NOON.plusHours(6))).contains(false);
  }

  @Test
  void whatTheForecastDoesNotCoverIsNotKnownUnlessItRainsBefore() {
    assertThat(forecast.rainsDuring(NOON.plusHours(5), NOON.plusHours(7))).isEmpty();
    assertThat(forecast.rainsDuring(NOON.minusHours(4), NOON.minusHours(1))).isEmpty();
    assertThat(forecast.rainsDuring(NOON.minusHours(4), NOON.plusHours(1))).contains(true);
  }
}
