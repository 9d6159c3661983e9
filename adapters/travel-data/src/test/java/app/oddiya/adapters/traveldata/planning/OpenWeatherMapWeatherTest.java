package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.WeatherContract;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The forecast, from answers in the form that https://openweathermap.org/forecast5 documents.
class OpenWeatherMapWeatherTest implements WeatherContract {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-14");
  private static final GeoPoint MOKPO = new GeoPoint(34.8118, 126.3922);

  /// 09:30 in Seoul.
  private final SettableClock clock = new SettableClock();

  /// The first step is the next full one: noon in Seoul.
  private static final Instant FIRST = Instant.parse("2026-11-14T03:00:00Z");

  private final ProviderClients clients = new ProviderClients(clock);
  private final ProviderStub provider =
      new ProviderStub(_ -> ProviderStub.Reply.json(forecast(40, _ -> "")));
  private final Weather weather =
      OpenWeatherMapModule.weather(
          new OpenWeatherMapConfig(provider.address(), "a key"), clients, clock);

  @AfterEach
  void close() {
    clients.close();
    provider.close();
  }

  @Override
  public Weather weather() {
    return weather;
  }

  @Test
  void itIsAskedAsItIsDocumented() {
    on(TODAY);

    assertThat(provider.asked())
        .map(ProviderStub.Asked::line)
        .containsExactly("GET /data/2.5/forecast?lat=35.18&lon=129.08&units=metric&appid=a%20key");
  }

  @Test
  void rainIsThatOfTheThreeHoursBeforeEachStepInLocalTime() {
    provider.turnTo(
        _ ->
            ProviderStub.Reply.json(
                forecast(
                    40,
                    i ->
                        i == 0
                            ? ",\"rain\":{\"3h\":0.26}"
                            : i == 9 ? ",\"rain\":{\"3h\":4}" : "")));

    DayWeather.Forecast today = forecastOn(TODAY);
    DayWeather.Forecast tomorrow = forecastOn(TODAY.plusDays(1));

    assertThat(today.rain())
        .containsExactly(
            new DayWeather.Rain(TODAY.atTime(9, 0), 0.26),
            new DayWeather.Rain(TODAY.atTime(12, 0), 0),
            new DayWeather.Rain(TODAY.atTime(15, 0), 0),
            new DayWeather.Rain(TODAY.atTime(18, 0), 0),
            new DayWeather.Rain(TODAY.atTime(21, 0), 0));
    assertThat(tomorrow.rain())
        .hasSize(8)
        .contains(new DayWeather.Rain(TODAY.plusDays(1).atTime(12, 0), 4));
    assertThat(
            tomorrow.rainsDuring(TODAY.plusDays(1).atTime(11, 0), TODAY.plusDays(1).atTime(12, 30)))
        .contains(true);
    assertThat(
            tomorrow.rainsDuring(TODAY.plusDays(1).atTime(15, 0), TODAY.plusDays(1).atTime(18, 0)))
        .contains(false);
  }

  @Test
  void snowFallsAsWell() {
    provider.turnTo(
        _ ->
            ProviderStub.Reply.json(
                forecast(
                    40,
                    i -> i == 4 ? ",\"rain\":{\"3h\":0.5},\"snow\":{\"3h\":0.75},\"pop\":1" : "")));

    assertThat(forecastOn(TODAY).rain())
        .contains(new DayWeather.Rain(TODAY.atTime(LocalTime.of(21, 0)), 1.25));
  }

  @Test
  void aDayIsAsColdAndAsWarmAsItsSteps() {
    DayWeather.Forecast tomorrow = forecastOn(TODAY.plusDays(1));

    assertThat(tomorrow.lowC()).isEqualTo(5.5);
    assertThat(tomorrow.highC()).isEqualTo(13.25);
  }

  @Test
  void beyondTheForecastIsWhatIsUsual() {
    List<LocalDate> dates = IntStream.range(0, 14).mapToObj(TODAY::plusDays).toList();

    Map<LocalDate, DayWeather> days = weather.forecast(BUSAN, dates, soon());

    assertThat(dates.subList(0, 5))
        .allSatisfy(date -> assertThat(days.get(date)).isInstanceOf(DayWeather.Forecast.class));
    // The forecast ends at noon of this day, of which it says nothing after that.
    assertThat(days.get(TODAY.plusDays(5)))
        .as("a day of which less than half is known")
        .isInstanceOf(DayWeather.Climate.class);
    assertThat(dates.subList(6, 14))
        .allSatisfy(date -> assertThat(days.get(date)).isInstanceOf(DayWeather.Climate.class));
  }

  @Test
  void aDayOfWhichHalfIsKnownIsUnknownInTheOtherHalf() {
    provider.turnTo(_ -> ProviderStub.Reply.json(forecast(16, _ -> "")));

    DayWeather.Forecast last = forecastOn(TODAY.plusDays(1));

    assertThat(last.rain()).hasSize(8);
    provider.turnTo(_ -> ProviderStub.Reply.json(forecast(9, _ -> "")));
    last = forecastOn(TODAY.plusDays(1));
    assertThat(last.rain()).hasSize(4);
    assertThat(last.rainsDuring(TODAY.plusDays(1).atTime(9, 0), TODAY.plusDays(1).atTime(12, 0)))
        .contains(false);
    assertThat(last.rainsDuring(TODAY.plusDays(1).atTime(11, 0), TODAY.plusDays(1).atTime(13, 0)))
        .isEqualTo(Optional.empty());
  }

  @Test
  void whereNoForecastReachesNobodyIsAsked() {
    assertThat(on(TODAY.plusDays(6))).isInstanceOf(DayWeather.Climate.class);
    assertThat(on(TODAY.minusDays(1))).isInstanceOf(DayWeather.Climate.class);
    assertThat(provider.asked()).isEmpty();
  }

  @Test
  void todayIsThatOfKorea() {
    clock.set(Instant.parse("2026-11-14T15:30:00Z"));

    assertThat(on(TODAY)).isInstanceOf(DayWeather.Climate.class);
    assertThat(provider.asked()).isEmpty();
  }

  @Test
  void anEmptyForecastReachesNoDay() {
    provider.turnTo(_ -> ProviderStub.Reply.json(forecast(0, _ -> "")));

    assertThat(on(TODAY)).isInstanceOf(DayWeather.Climate.class);
    assertThat(weather.forecast(MOKPO, List.of(TODAY), soon()))
        .containsEntry(TODAY, new DayWeather.Unknown());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 404, 429, 500, 503})
  void anErrorIsAnOutage(int status) {
    provider.turnTo(
        _ ->
            ProviderStub.Reply.json(
                status, "{\"cod\":%d, \"message\": \"Invalid API key a key.\"}".formatted(status)));

    assertThatThrownBy(() -> on(TODAY))
        .isInstanceOf(Unavailable.class)
        .hasMessage("OpenWeatherMap is unavailable")
        .rootCause()
        .message()
        .doesNotContain("a key", "35.18");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "<html>",
        "{\"list\":null}",
        "{\"list\":[null]}",
        "{\"list\":[{}]}",
        "{\"list\":[{\"dt\":1794625200}]}",
        "{\"list\":[{\"dt\":1794625200,\"main\":{}}]}",
        "{\"list\":[{\"dt\":1794625200,\"main\":{\"temp_min\":1}}]}",
        "{\"list\":[{\"dt\":1794625200,\"main\":{\"temp_min\":283.1,\"temp_max\":284.2}}]}",
        "{\"list\":[{\"dt\":1794625200,\"main\":{\"temp_min\":9,\"temp_max\":2}}]}",
        "{\"list\":[{\"dt\":1794625200,\"main\":{\"temp_min\":1,\"temp_max\":2},"
            + "\"rain\":{\"3h\":-1}}]}",
        "{\"list\":[{\"dt\":1794625200,\"main\":{\"temp_min\":1,\"temp_max\":2},"
            + "\"snow\":{\"3h\":\"much\"}}]}",
        "{\"list\":[{\"dt\":9223372036854775807,\"main\":{\"temp_min\":1,\"temp_max\":2}}]}",
        "{\"list\":[{\"dt\":\"soon\",\"main\":{\"temp_min\":1,\"temp_max\":2}}]}"
      })
  void nonsenseIsAnOutage(String body) {
    provider.turnTo(_ -> ProviderStub.Reply.json(body));

    assertThatThrownBy(() -> on(TODAY)).isInstanceOf(Unavailable.class);
  }

  @Test
  void anAnswerWithoutEndIsAnOutage() {
    provider.turnTo(_ -> ProviderStub.Reply.json("{\"list\":[" + " ".repeat(3 << 20) + "]}"));

    assertThatThrownBy(() -> on(TODAY)).isInstanceOf(Unavailable.class);
  }

  @Test
  void whoDoesNotAnswerInTimeIsNotWaitedFor() {
    provider.turnTo(_ -> new ProviderStub.Reply.Silence());

    assertThatThrownBy(
            () ->
                weather.forecast(BUSAN, List.of(TODAY), Deadline.in(Duration.ofMillis(200), clock)))
        .isInstanceOf(Unavailable.class);
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(60), clock);
  }

  private DayWeather on(LocalDate date) {
    return Optional.ofNullable(weather.forecast(BUSAN, List.of(date), soon()).get(date))
        .orElseThrow();
  }

  private DayWeather.Forecast forecastOn(LocalDate date) {
    return (DayWeather.Forecast) on(date);
  }

  private interface More {
    String at(int step);
  }

  /// Steps as they are documented: from 6 to 13 degrees, a little more and less around each.
  private static String forecast(int steps, More more) {
    String list =
        IntStream.range(0, steps)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        """
                        {"dt":%d,"main":{"temp":%d,"feels_like":3.1,"temp_min":%s,"temp_max":%s,\
                        "pressure":1015,"sea_level":1015,"grnd_level":933,"humidity":69,\
                        "temp_kf":-1.11},"weather":[{"id":500,"main":"Rain",\
                        "description":"light rain","icon":"10d"}],"clouds":{"all":100},\
                        "wind":{"speed":0.62,"deg":349,"gust":1.18},"visibility":10000,\
                        "sys":{"pod":"d"},"dt_txt":"2026-11-14 03:00:00"%s}""",
                        FIRST.plus(Duration.ofHours(3L * i)).getEpochSecond(),
                        6 + i % 8,
                        6 + i % 8 - 0.5,
                        6 + i % 8 + 0.25,
                        more.at(i)))
            .collect(Collectors.joining(","));
    return """
        {"cod":"200","message":0,"cnt":%d,"list":[%s],"city":{"id":1838524,"name":"Busan",\
        "coord":{"lat":35.1796,"lon":129.0756},"country":"KR","population":3678555,\
        "timezone":32400,"sunrise":1661834187,"sunset":1661882248}}"""
        .formatted(steps, list);
  }
}
