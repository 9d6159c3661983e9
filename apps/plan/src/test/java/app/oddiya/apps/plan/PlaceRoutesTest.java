package app.oddiya.apps.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Places looked up over HTTP, and remembered in PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaceRoutesTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final GeoPoint HERE = new GeoPoint(35.1796, 129.0756);

  private final AtomicLong lastUser = new AtomicLong(50_000);
  private RunningPlan service;

  @BeforeAll
  void start() {
    Agents agents = Agents.friendly();
    agents
        .places()
        .knowing(Trips.museum("museum", HERE))
        .knowing(Trips.park("park", HERE))
        .knowing(Trips.restaurant("noodles", HERE));
    service = RunningPlan.on(POSTGRES, agents);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void placesAreLookedUpByNameAndPositionAPageAtATime() {
    UserId minji = newcomer();

    JsonNode all = parsed(get(minji, "/api/v1/places?near=35.1796,129.0756&radiusKm=5"));
    assertThat(all.path("items")).hasSize(3);
    assertThat(all.path("nextCursor").isNull()).isTrue();
    assertThat(all.path("items").path(0).propertyNames())
        .startsWith("placeId", "name", "localName", "category", "position", "address", "hours");
    JsonNode first = parsed(get(minji, "/api/v1/places?near=35.1796,129.0756&limit=2"));
    String cursor = first.path("nextCursor").asString();
    JsonNode second =
        parsed(get(minji, "/api/v1/places?near=35.1796,129.0756&limit=2&cursor=" + cursor));
    assertThat(first.path("items")).hasSize(2);
    assertThat(second.path("items")).hasSize(1);
    JsonNode parks =
        parsed(get(minji, "/api/v1/places?near=35.1796,129.0756&category=park&radiusKm=1"));
    assertThat(parks.path("items").path(0).path("placeId").asString()).isEqualTo("memory:park");
    JsonNode called = parsed(get(minji, "/api/v1/places?query=place%20museum"));
    assertThat(called.path("items")).hasSize(1);
  }

  @Test
  void aPlaceIsShownInTheLanguageOfItsReader() {
    UserId minji = newcomer();

    String path = "/api/v1/places?query=museum";
    assertThat(names(get(minji, path))).containsExactly("Place museum");
    for (String korean : List.of("ko", "ko-KR,ko;q=0.9,en;q=0.8", "fr, ko;q=0.5")) {
      HttpResponse<String> answer =
          service.send(service.as(minji, path).header("Accept-Language", korean));
      assertThat(names(answer)).as(korean).containsExactly("장소 museum");
    }
    for (String none : List.of("fr", "*", ";;;", "ko;q=x")) {
      HttpResponse<String> answer =
          service.send(service.as(minji, path).header("Accept-Language", none));
      assertThat(names(answer)).as(none).containsExactly("Place museum");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',/query,required",
    "category=park,/query,required",
    "query=x&radiusKm=3,/near,required",
    "'near=91,0',/near,out_of_range",
    "'near=0,180.1',/near,out_of_range",
    "near=here,/near,bad_format",
    "near=1e3,/near,bad_format",
    "'near=1,1&radiusKm=201',/radiusKm,out_of_range",
    "query=x&category=moon,/category,not_one_of",
    "query=x&limit=0,/limit,out_of_range",
    "query=%20,/query,bad_format",
    "query=%E3%80%80,/query,blank"
  })
  void whatCannotBeLookedUpIsTold(String query, String pointer, String code) {
    HttpResponse<String> answer = get(newcomer(), "/api/v1/places?" + query);

    assertProblem(400, answer);
    assertThat(complaints(answer)).containsExactly(pointer + " " + code);
  }

  private HttpResponse<String> get(UserId user, String path) {
    return service.send(service.as(user, path));
  }

  private UserId newcomer() {
    return new UserId(lastUser.incrementAndGet());
  }

  private static List<String> names(HttpResponse<String> answer) {
    List<String> names = new ArrayList<>();
    parsed(answer).path("items").forEach(item -> names.add(item.path("name").asString()));
    return names;
  }

  /// Each as `/pointer code`.
  private static List<String> complaints(HttpResponse<String> answer) {
    List<String> complaints = new ArrayList<>();
    parsed(answer)
        .path("errors")
        .forEach(
            error ->
                complaints.add(
                    error.path("pointer").asString() + " " + error.path("code").asString()));
    return complaints;
  }

  private static void assertProblem(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  private static JsonNode parsed(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
