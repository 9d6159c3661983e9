package app.oddiya.adapters.redis.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.planning.MemoryWeather;
import app.oddiya.apps.stores.junit.StoppableRedisExtension;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.WeatherContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CachedWeatherTest implements WeatherContract {

  @RegisterExtension static final StoppableRedisExtension STORE = new StoppableRedisExtension();

  private static final Deadline LATER = new Deadline(Instant.parse("2100-01-01T00:00:00Z"));
  private static final LocalDate TODAY = LocalDate.parse("2026-11-14");
  private static final List<LocalDate> DATES = List.of(TODAY, TODAY.plusDays(1), TODAY.plusDays(2));
  private static final DayWeather RAIN =
      new DayWeather.Forecast(4.25, 11, List.of(new DayWeather.Rain(TODAY.atTime(9, 0), 0.26)));
  private static final DayWeather USUAL = new DayWeather.Climate(-2.9, 6.4, 3.6, "means");

  private final MemoryWeather provider =
      new MemoryWeather().on(TODAY, RAIN).on(TODAY.plusDays(1), USUAL);
  private final Caches caches = new Caches();
  private Shelf shelf;
  private Weather weather;

  /// Only now the store runs.
  @BeforeEach
  void connect() {
    shelf = caches.shelf(STORE.url());
    weather = new CachedWeather(provider, shelf);
  }

  @AfterEach
  void close() {
    caches.close();
  }

  @Override
  public Weather weather() {
    return weather;
  }

  @Test
  void whatWasAskedOnceIsKnownNearbyWithoutTheProvider() {
    weather.forecast(BUSAN, DATES, LATER);
    provider.goDown();

    assertThat(weather.forecast(new GeoPoint(35.2, 129.1), DATES, LATER))
        .containsEntry(TODAY, RAIN)
        .containsEntry(TODAY.plusDays(1), USUAL)
        .containsEntry(TODAY.plusDays(2), new DayWeather.Unknown())
        .hasSize(3);
    assertThat(weather.forecast(BUSAN, List.of(TODAY), LATER)).containsEntry(TODAY, RAIN);
  }

  @Test
  void elsewhereAndOnOtherDaysTheProviderIsAsked() {
    weather.forecast(BUSAN, DATES, LATER);
    provider.goDown();

    assertThatThrownBy(() -> weather.forecast(new GeoPoint(35.3, 129.1), DATES, LATER))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> weather.forecast(BUSAN, List.of(TODAY, TODAY.plusDays(3)), LATER))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void itIsForgottenAfterHalfAnHour() {
    weather.forecast(BUSAN, DATES, LATER);

    assertThat(shelf.cache().ask(connection -> connection.async().keys("*")).join())
        .hasSize(3)
        .allSatisfy(
            key ->
                assertThat(shelf.cache().ask(connection -> connection.async().ttl(key)).join())
                    .isBetween(1L, 1_800L));
  }

  @Test
  void withoutRedisTheProviderIsAskedEveryTime() {
    weather.forecast(BUSAN, DATES, LATER);
    STORE.stop();

    assertThat(weather.forecast(BUSAN, DATES, LATER)).containsEntry(TODAY, RAIN);
    provider.goDown();
    assertThatThrownBy(() -> weather.forecast(BUSAN, DATES, LATER)).isInstanceOf(Unavailable.class);
  }
}
