package app.oddiya.apps.llmagent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.traveldata.planning.ExchangeRateApiConfig;
import app.oddiya.adapters.traveldata.planning.OpenWeatherMapConfig;
import app.oddiya.apps.stores.junit.StoppableRedisExtension;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.Party;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Money;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Plans with the answers of weather and rate providers, of their cache, and of neither.
class ProvidersTest {

  @RegisterExtension static final StoppableRedisExtension CACHE = new StoppableRedisExtension();

  private final LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(1);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer providers = start();
  private SetUp agent;

  /// Only now the cache runs.
  @BeforeEach
  void setUp() {
    URI url = URI.create("http://127.0.0.1:" + providers.getAddress().getPort());
    agent =
        new SetUp(
            new Forecasts.OpenWeatherMap(new OpenWeatherMapConfig(url, "a-key")),
            new Rates.ExchangeRateApi(new ExchangeRateApiConfig(url, "b-key")),
            CACHE.url());
  }

  @AfterEach
  void close() {
    agent.close();
    providers.stop(0);
  }

  @Test
  void aPlanKnowsTheForecastAndWhatItCostsAtHome() {
    Draft draft = draft();

    assertThat(draft.days())
        .first()
        .satisfies(day -> assertThat(day.weather()).isInstanceOf(DayWeather.Forecast.class));
    assertThat(draft.days())
        .last()
        .satisfies(day -> assertThat(day.weather()).isInstanceOf(DayWeather.Climate.class));
    assertThat(budget(draft)).isEqualTo(Verdict.PASS);
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatWasAskedOnceIsNotAskedAgainAlsoWhenTheProvidersAreDown() {
    draft();
    providers.stop(0);

    Draft again = draft();

    assertThat(again.days().getFirst().weather()).isInstanceOf(DayWeather.Forecast.class);
    assertThat(budget(again)).isEqualTo(Verdict.PASS);
    assertThat(asked).hasSize(2);
  }

  @Test
  void withoutACacheTheyAreAskedEveryTime() {
    CACHE.stop();

    assertThat(draft().days().getFirst().weather()).isInstanceOf(DayWeather.Forecast.class);
    assertThat(budget(draft())).isEqualTo(Verdict.PASS);
    assertThat(asked).hasSize(4);
  }

  @Test
  void withNobodyThereThePlanComesAndTheGapsAreSaid() {
    CACHE.stop();
    providers.stop(0);

    Draft draft = draft();

    assertThat(draft.days()).allMatch(day -> day.weather() instanceof DayWeather.Unknown);
    assertThat(budget(draft)).isEqualTo(Verdict.UNKNOWN);
  }

  private Draft draft() {
    PlanRequest wish =
        new PlanRequest(
            new Destination.Named("Busan"),
            tomorrow,
            tomorrow.plusDays(9),
            new Party(2, 0),
            Optional.of(new Money(new BigDecimal("500"), Currency.getInstance("USD"))),
            List.of("nature"),
            Pace.RELAXED,
            List.of(),
            List.of(),
            Optional.empty(),
            Language.EN,
            Optional.empty());
    Writing writing =
        agent
            .component()
            .writer()
            .write(
                RunningLlmAgent.TRAVELLER,
                wish,
                List.of(),
                _ -> {},
                Deadline.in(Duration.ofSeconds(60), InstantSource.system()));
    return ((Writing.Written) writing).draft();
  }

  private static Verdict budget(Draft draft) {
    return draft.certificate().findings().stream()
        .filter(finding -> finding.check() == CheckKind.BUDGET)
        .map(Finding::verdict)
        .findFirst()
        .orElseThrow();
  }

  private HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/data/2.5/forecast", exchange -> answer(exchange, forecast()));
      server.createContext(
          "/v6/b-key/pair/USD/KRW",
          exchange ->
              answer(
                  exchange,
                  """
                  {"result":"success","base_code":"USD","target_code":"KRW",\
                  "conversion_rate":1386.4021}"""));
      server.start();
      return server;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void answer(HttpExchange exchange, String json) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    byte[] body = json.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /// Forty dry steps from now on.
  private static String forecast() {
    long first = Math.ceilDiv(Instant.now().getEpochSecond(), 10_800) * 10_800;
    return IntStream.range(0, 40)
        .mapToObj(
            step ->
                """
                {"dt":%d,"main":{"temp_min":4.5,"temp_max":11.2}}"""
                    .formatted(first + step * 10_800L))
        .collect(Collectors.joining(",", "{\"list\":[", "]}"));
  }
}
