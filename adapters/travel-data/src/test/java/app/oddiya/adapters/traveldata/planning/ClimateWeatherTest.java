package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.testkit.contract.WeatherContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClimateWeatherTest implements WeatherContract {

  private static final LocalDate IN_JULY = LocalDate.parse("2027-07-09");
  private static final GeoPoint SEOGWIPO = new GeoPoint(33.2541, 126.5601);
  private static final GeoPoint POHANG = new GeoPoint(36.0190, 129.3435);
  private static final GeoPoint MOKPO = new GeoPoint(34.8118, 126.3922);

  @Override
  public Weather weather() {
    return new ClimateWeather(Climate.read());
  }

  @Test
  void aDaySaysWhatIsUsualInItsMonth() {
    assertThat(on(BUSAN, LocalDate.parse("2027-01-31")))
        .isEqualTo(new DayWeather.Climate(-2.9, 6.4, 3.6, "reanalysis 2016-2025"));
    assertThat(on(BUSAN, IN_JULY)).isNotEqualTo(on(BUSAN, LocalDate.parse("2027-01-31")));
    assertThat(on(BUSAN, IN_JULY)).isEqualTo(on(BUSAN, IN_JULY.plusYears(9)));
  }

  @Test
  void theNearestCitySpeaksForWhatIsNearIt() {
    assertThat(on(SEOGWIPO, IN_JULY)).isEqualTo(on(new GeoPoint(33.4996, 126.5312), IN_JULY));
    assertThat(on(POHANG, IN_JULY)).isEqualTo(on(new GeoPoint(35.8562, 129.2247), IN_JULY));
  }

  @Test
  void farFromAllOfThemNothingIsKnown() {
    assertThat(on(MOKPO, IN_JULY)).isEqualTo(new DayWeather.Unknown());
  }

  private DayWeather on(GeoPoint at, LocalDate date) {
    return Objects.requireNonNull(
        weather().forecast(at, List.of(date), new Deadline(Instant.MAX)).get(date));
  }
}
