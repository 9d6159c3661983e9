package app.oddiya.apps.plan;

import static app.oddiya.apps.plan.Answers.assertProblem;
import static app.oddiya.apps.plan.Answers.complaints;
import static app.oddiya.apps.plan.Answers.parsed;
import static app.oddiya.apps.plan.RunningPlan.newcomer;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.shared.UserId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Places looked up over HTTP, and remembered in PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaceRoutesTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private RunningPlan service;

  @BeforeAll
  void start() {
    Agents agents = Agents.knowing();
    agents.places().hearNothingFrom("kakao");
    service = RunningPlan.on(POSTGRES, agents);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void placesAreLookedUpByNameAndPositionAPageAtATime() {
    UserId minji = newcomer();

    JsonNode all = parsed(service.get(minji, "/api/v1/places?near=35.1796,129.0756&radiusKm=5"));
    assertThat(all.path("items")).hasSize(3);
    assertThat(all.path("nextCursor").isNull()).isTrue();
    assertThat(all.path("items").path(0).propertyNames())
        .startsWith("placeId", "name", "localName", "category", "position", "address", "hours");
    JsonNode first = parsed(service.get(minji, "/api/v1/places?near=35.1796,129.0756&limit=2"));
    String cursor = first.path("nextCursor").asString();
    JsonNode second =
        parsed(service.get(minji, "/api/v1/places?near=35.1796,129.0756&limit=2&cursor=" + cursor));
    assertThat(first.path("items")).hasSize(2);
    assertThat(second.path("items")).hasSize(1);
    JsonNode parks =
        parsed(service.get(minji, "/api/v1/places?near=35.1796,129.0756&category=park&radiusKm=1"));
    assertThat(parks.path("items").path(0).path("placeId").asString()).isEqualTo("memory:park");
    JsonNode called = parsed(service.get(minji, "/api/v1/places?query=place%20museum"));
    assertThat(called.path("items")).hasSize(1);
  }

  @Test
  void aProviderThatDoesNotAnswerIsNamed() {
    JsonNode found = parsed(service.get(newcomer(), "/api/v1/places?query=museum"));

    assertThat(found.path("items")).hasSize(1);
    assertThat(found.path("silent")).extracting(JsonNode::asString).containsExactly("kakao");
  }

  @Test
  void aPlaceIsShownInTheLanguageOfItsReader() {
    UserId minji = newcomer();

    String path = "/api/v1/places?query=museum";
    assertThat(names(service.get(minji, path))).containsExactly("Place museum");
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
    HttpResponse<String> answer = service.get(newcomer(), "/api/v1/places?" + query);

    assertProblem(400, answer);
    assertThat(complaints(answer)).containsExactly(pointer + " " + code);
  }

  private static List<String> names(HttpResponse<String> answer) {
    List<String> names = new ArrayList<>();
    parsed(answer).path("items").forEach(item -> names.add(item.path("name").asString()));
    return names;
  }
}
