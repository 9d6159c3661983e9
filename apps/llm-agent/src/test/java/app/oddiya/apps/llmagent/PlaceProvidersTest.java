package app.oddiya.apps.llmagent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.traveldata.planning.KakaoConfig;
import app.oddiya.adapters.web.Settings;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Trips;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Plans with places of Kakao, where the catalogue has none, and where Kakao does not answer.
class PlaceProvidersTest {

  private final HttpServer kakao = start();
  private final SetUp agent =
      new SetUp(
          List.of(
              new PlaceProvider.Kakao(
                  new KakaoConfig(
                      URI.create("http://127.0.0.1:" + kakao.getAddress().getPort()), "a-key"))),
          new Ways.Estimated(),
          new Forecasts.None(),
          new Rates.None(),
          "redis://127.0.0.1:1");

  @AfterEach
  void close() {
    agent.close();
    kakao.stop(0);
  }

  @Test
  void aTownThatOnlyKakaoKnowsIsPlannedAndItsHoursAreNotMadeUp() {
    Draft draft = draft("속초");

    List<Stop> stops = draft.stops();
    assertThat(stops)
        .hasSizeGreaterThan(3)
        .allSatisfy(
            stop -> {
              assertThat(stop.placeId().provider()).isEqualTo("kakao");
              assertThat(stop.checks().exists().verdict()).isEqualTo(Verdict.PASS);
              assertThat(stop.checks().exists().reason()).contains("Kakao Map");
              assertThat(stop.checks().open().verdict()).isEqualTo(Verdict.UNKNOWN);
            });
    assertThat(draft.certificate().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(silent(draft)).isEmpty();
  }

  @Test
  void whileKakaoIsDownTheCatalogueIsPlannedWithAndItIsSaid() {
    kakao.stop(0);

    Draft draft = draft("Busan");

    assertThat(draft.days())
        .flatMap(day -> day.stops())
        .isNotEmpty()
        .allMatch(stop -> stop.placeId().provider().equals("catalogue"));
    assertThat(silent(draft)).singleElement().asString().contains("Kakao Map");
  }

  @Test
  void whileKakaoIsDownATownThatTheCatalogueLacksIsNotSaidToBeUnknown() {
    kakao.stop(0);

    assertThatThrownBy(() -> draft("속초")).isInstanceOf(Unavailable.class);
  }

  @Test
  void aKeyIsWhatMakesAProvider() {
    Map<String, String> environment = new HashMap<>();
    assertThat(Settings.read(environment, PlaceProvider::from)).isEmpty();
    assertThat(Settings.read(environment, Ways::from)).isEqualTo(new Ways.Estimated());

    environment.put("ODDIYA_KAKAO_KEY", "secret-1");
    environment.put("ODDIYA_TOUR_API_KEY", "secret-2");
    environment.put("ODDIYA_KAKAO_MOBILITY_KEY", "secret-3");
    List<PlaceProvider> providers = Settings.read(environment, PlaceProvider::from);
    assertThat(providers)
        .hasExactlyElementsOfTypes(PlaceProvider.Tour.class, PlaceProvider.Kakao.class);
    assertThat(Settings.read(environment, Ways::from)).isInstanceOf(Ways.KakaoMobility.class);
    assertThat(providers + " " + Settings.read(environment, Ways::from))
        .contains("https://dapi.kakao.com", "https://apis.data.go.kr/B551011/KorService2")
        .contains("https://apis-navi.kakaomobility.com")
        .doesNotContain("secret");
  }

  private Draft draft(String destination) {
    Writing writing =
        agent
            .component()
            .writer()
            .write(
                RunningLlmAgent.TRAVELLER,
                Trips.wish(new Destination.Named(destination), Trips.A_SATURDAY, 2),
                List.of(),
                _ -> {},
                Deadline.in(Duration.ofSeconds(60), InstantSource.system()));
    return ((Writing.Written) writing).draft();
  }

  private static List<String> silent(Draft draft) {
    return draft.certificate().findings().stream()
        .filter(finding -> finding.check() == CheckKind.PROVIDERS)
        .map(Finding::detail)
        .toList();
  }

  private static HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/v2/local/search/address.json",
          exchange ->
              answer(
                  exchange,
                  """
                  {"address_name":"강원특별자치도 속초시","address_type":"REGION",\
                  "x":"128.5918","y":"38.2070"}"""));
      server.createContext(
          "/v2/local/search/category.json",
          exchange ->
              answer(
                  exchange,
                  switch (exchange.getRequestURI().getQuery().split("&", 2)[0]) {
                    case "category_group_code=AT4" -> places(100, "여행 > 공원");
                    case "category_group_code=CT1" -> places(200, "문화,예술 > 문화시설 > 박물관");
                    case "category_group_code=FD6" -> places(300, "음식점 > 한식");
                    default -> "";
                  }));
      server.createContext("/v2/local/search/keyword.json", exchange -> answer(exchange, ""));
      server.start();
      return server;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String places(int first, String path) {
    return IntStream.range(first, first + 5)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    """
                    {"id":"%1$d","place_name":"곳 %1$d","category_name":"%2$s",\
                    "x":"%3$.4f","y":"%4$.4f"}""",
                    i,
                    path,
                    128.5918 + i % 7 * 0.003,
                    38.2070 + i % 5 * 0.003))
        .collect(Collectors.joining(","));
  }

  private static void answer(HttpExchange exchange, String documents) throws IOException {
    byte[] body =
        "{\"meta\":{\"is_end\":true},\"documents\":[%s]}".formatted(documents).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
