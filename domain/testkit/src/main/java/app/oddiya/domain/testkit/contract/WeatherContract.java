package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Weather] does.
public interface WeatherContract {

  GeoPoint BUSAN = new GeoPoint(35.1796, 129.0756);

  Weather weather();

  @Test
  default void everyDateAskedAboutIsAnsweredAndNoOther() {
    List<LocalDate> dates = List.of(LocalDate.parse("2026-11-14"), LocalDate.parse("2026-11-15"));

    assertThat(weather().forecast(BUSAN, dates, Deadlines.ample()))
        .containsOnlyKeys(dates.getFirst(), dates.getLast());
  }

  @Test
  default void noForecastReachesADecadeAhead() {
    LocalDate far = LocalDate.parse("2036-11-14");

    assertThat(weather().forecast(BUSAN, List.of(far), Deadlines.ample()).get(far))
        .isNotNull()
        .isNotInstanceOf(DayWeather.Forecast.class);
  }

  @Test
  default void noDatesNoWeather() {
    assertThat(weather().forecast(BUSAN, List.of(), Deadlines.ample())).isEmpty();
  }
}
