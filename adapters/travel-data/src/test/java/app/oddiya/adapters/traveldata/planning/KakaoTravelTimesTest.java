package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.TravelMode;
import app.oddiya.domain.planning.routing.TravelMatrix;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.testkit.contract.TravelTimesContract;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KakaoTravelTimesTest implements TravelTimesContract {

  private static final String KEY = "mobility-test-key";
  private static final Deadline AMPLE = new Deadline(Instant.parse("2100-01-01T00:00:00Z"));
  private static final GeoPoint SEONGSAN = new GeoPoint(33.4581, 126.9425);
  private static final GeoPoint SEOPJIKOJI = new GeoPoint(33.4240, 126.9310);
  private static final GeoPoint JEJU_AIRPORT = new GeoPoint(33.5067, 126.4930);

  private final SettableClock clock = new SettableClock();
  private final ProviderStub stub = new ProviderStub(KakaoTravelTimesTest::answer);
  private final ProviderClients clients = new ProviderClients(clock);
  private final TravelTimes travelTimes =
      KakaoMobilityModule.travelTimes(new KakaoMobilityConfig(stub.address(), KEY), clients, clock);

  @AfterEach
  void stop() {
    clients.close();
    stub.close();
  }

  @Override
  public TravelTimes travelTimes() {
    return travelTimes;
  }

  /// Kakao Mobility as it is documented: every way takes 601 seconds and 12,345 metres, far ones
  /// 4,000 seconds and 60,000 metres.
  private static ProviderStub.Reply answer(ProviderStub.Asked asked) {
    if (!asked.header("Authorization").equals(List.of("KakaoAK " + KEY))) {
      return ProviderStub.Reply.json(401, "{\"code\":-401,\"msg\":\"wrong appKey\"}");
    }
    return switch (asked.method() + " " + asked.path()) {
      case "POST /v1/destinations/directions" -> {
        List<String> routes = new ArrayList<>();
        for (JsonNode each : JsonMapper.shared().readTree(asked.body()).path("destinations")) {
          routes.add(route(each.path("key").asString(), 12_345, 601));
        }
        yield routes(routes);
      }
      case "GET /v1/directions" -> routes(List.of(route("", 60_000, 4_000)));
      default -> ProviderStub.Reply.json(404, "{}");
    };
  }

  private static String route(String key, int meters, int seconds) {
    return """
    {"result_code":0,"result_msg":"길찾기 성공","key":"%s",\
    "summary":{"distance":%d,"duration":%d}}"""
        .formatted(key, meters, seconds);
  }

  private static ProviderStub.Reply routes(List<String> routes) {
    return ProviderStub.Reply.json(
        "{\"trans_id\":\"x\",\"routes\":[" + String.join(",", routes) + "]}");
  }

  @Test
  void aWayByCarIsTheProvidersAndIsNotEstimated() {
    TravelMatrix ways = ways(SEONGSAN, SEOPJIKOJI, JEJU_AIRPORT);

    assertThat(ways.leg(0, 1)).isEqualTo(new Leg(TravelMode.CAR, 11, 12_345, false));
    assertThat(ways.leg(0, 2)).isEqualTo(new Leg(TravelMode.CAR, 67, 60_000, false));
    assertThat(ways.leg(0, 0).minutes()).isZero();
  }

  @Test
  void callsAreWhatKakaoDocuments() {
    ways(SEONGSAN, SEOPJIKOJI, JEJU_AIRPORT);

    assertThat(stub.asked())
        .allSatisfy(
            asked -> assertThat(asked.header("Authorization")).containsExactly("KakaoAK " + KEY));
    ProviderStub.Asked near =
        stub.asked().stream()
            .filter(asked -> asked.method().equals("POST") && asked.body().contains("126.9425"))
            .findFirst()
            .orElseThrow();
    assertThat(near.header("Content-Type")).containsExactly("application/json");
    JsonNode body = JsonMapper.shared().readTree(near.body());
    assertThat(body.path("radius").asInt()).isEqualTo(10_000);
    assertThat(body.path("priority").asString()).isEqualTo("TIME");
    assertThat(body.path("destinations").size()).isEqualTo(1);
    assertThat(stub.asked())
        .filteredOn(asked -> asked.method().equals("GET"))
        .map(asked -> asked.query("origin") + " " + asked.query("destination"))
        .contains("126.9425000,33.4581000 126.4930000,33.5067000");
    assertThat(stub.asked())
        .filteredOn(asked -> asked.method().equals("GET"))
        .allSatisfy(asked -> assertThat(asked.query("summary")).isEqualTo("true"));
  }

  @Test
  void whereNobodyTakesACarNobodyIsAsked() {
    TravelMatrix ways = ways(PALACE, NEXT_DOOR, ACROSS_TOWN);

    assertThat(ways).isEqualTo(new EstimatedTravelTimes().between(points(), AMPLE));
    assertThat(stub.asked()).isEmpty();
  }

  @Test
  void ofManyPointsOnlySoManyCallsAreMadeAndTheRestIsEstimated() {
    List<GeoPoint> points = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      points.add(new GeoPoint(33.30 + i * 0.002, 126.30 + i * 0.006));
    }
    TravelMatrix ways = travelTimes.between(points, AMPLE);

    assertThat(stub.asked()).hasSize(40);
    assertThat(ways.leg(0, 3).estimated()).isFalse();
    assertThat(ways.leg(80, 83).estimated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "not json",
        "{\"routes\":null}",
        "{\"routes\":[]}",
        "{\"routes\":[null]}",
        "{\"routes\":[{\"key\":\"1\",\"result_code\":1,\"result_msg\":\"없음\"}]}",
        "{\"routes\":[{\"key\":\"1\",\"result_code\":0}]}",
        "{\"routes\":[{\"key\":\"7\",\"result_code\":0,\"summary\":{\"distance\":9000,\"duration\":600}}]}",
        "{\"routes\":[{\"key\":\"1\",\"result_code\":0,\"summary\":{\"distance\":9,\"duration\":1}}]}",
        "{\"routes\":[{\"key\":\"1\",\"result_code\":0,\"summary\":{\"distance\":9000,\"duration\":-1}}]}",
        "{\"routes\":[{\"key\":\"1\",\"result_code\":0,\"summary\":{\"distance\":9000,\"duration\":999999}}]}"
      })
  void whatIsNoWayLeavesTheEstimate(String nonsense) {
    stub.turnTo(_ -> ProviderStub.Reply.json(nonsense));

    assertEstimated();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 429, 500, 503})
  void aFailureLeavesTheEstimate(int status) {
    stub.turnTo(_ -> new ProviderStub.Reply.Text(status, "application/json", Map.of(), "{}"));

    assertEstimated();
  }

  @Test
  void silenceLeavesTheEstimate() {
    stub.turnTo(_ -> new ProviderStub.Reply.Silence());

    Deadline soon = new Deadline(clock.instant().plus(Duration.ofMillis(200)));
    assertThat(travelTimes.between(List.of(SEONGSAN, SEOPJIKOJI), soon).leg(0, 1).estimated())
        .isTrue();
  }

  private void assertEstimated() {
    List<GeoPoint> points = List.of(SEONGSAN, SEOPJIKOJI);
    assertThat(travelTimes.between(points, AMPLE))
        .isEqualTo(new EstimatedTravelTimes().between(points, AMPLE));
    assertThat(stub.asked()).isNotEmpty();
  }

  private static List<GeoPoint> points() {
    return List.of(PALACE, NEXT_DOOR, ACROSS_TOWN);
  }

  private TravelMatrix ways(GeoPoint... points) {
    return travelTimes.between(List.of(points), AMPLE);
  }
}
