package app.oddiya.adapters.services.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.planning.MemoryPlaces;
import app.oddiya.adapters.services.planning.LlmAgentStub.Reply;
import app.oddiya.adapters.services.planning.wire.FoundRecordsView;
import app.oddiya.adapters.services.planning.wire.PlacesQuery;
import app.oddiya.adapters.web.json.Shape;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PlaceSearchContract;
import app.oddiya.domain.testkit.story.Trips;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a server that answers as llm-agent does.
class HttpPlaceSearchTest implements PlaceSearchContract {

  private final LlmAgentStub llmAgent = new LlmAgentStub();
  private final MemoryPlaces places =
      new MemoryPlaces()
          .knowing(Trips.museum("museum", new GeoPoint(35.18, 129.08)))
          .knowing(Trips.park("park", new GeoPoint(35.2, 129.1)))
          .knowing(Trips.restaurant("restaurant", new GeoPoint(35.1, 129.0000000000001)));

  @AfterEach
  void stop() {
    llmAgent.close();
  }

  @Override
  public PlaceSearch search() {
    return search(
        llmAgent.answering(
            request -> {
              assertThat(request.method() + " " + request.target().getPath())
                  .isEqualTo("GET /internal/places");
              PlacesQuery query = query(request.target());
              return Reply.of(
                  200,
                  FoundRecordsView.of(
                      places.search(query.toQuery(), query.toPage(), Deadline.in(SOON, CLOCK))));
            }));
  }

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final InstantSource CLOCK = InstantSource.system();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"200 | {}", "200 | {\"items\":[{}]}", "400 | {}", "404 | {}", "503 | {}"})
  void whatTheContractDoesNotHaveIsAnOutage(int status, String body) {
    PlaceSearch search = search(llmAgent.answering(_ -> new Reply(status, body)));

    assertThatThrownBy(
            () ->
                search.search(
                    new PlaceQuery(Optional.of("?"), Optional.empty(), Optional.empty()),
                    new Page.Request(1, Optional.empty()),
                    Deadline.in(SOON, CLOCK)))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void whoIsSilentIsPassedOn() {
    for (String body :
        List.of(
            "{\"items\":[],\"nextCursor\":null,\"silent\":[\"kakao\"]}",
            "{\"items\":[],\"nextCursor\":null}")) {
      FoundPlaces found =
          search(llmAgent.answering(_ -> new Reply(200, body)))
              .search(
                  new PlaceQuery(Optional.of("?"), Optional.empty(), Optional.empty()),
                  new Page.Request(1, Optional.empty()),
                  Deadline.in(SOON, CLOCK));

      assertThat(found.silent())
          .isEqualTo(body.contains("kakao") ? Set.of("kakao") : Set.<String>of());
    }
  }

  private static PlacesQuery query(URI target) {
    Map<String, List<String>> sent = new HashMap<>();
    for (String pair : target.getRawQuery().split("&", -1)) {
      int equals = pair.indexOf('=');
      sent.put(
          pair.substring(0, equals),
          List.of(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)));
    }
    return (PlacesQuery)
        Wire.readTexts(
            Shape.of(PlacesQuery.class), name -> sent.getOrDefault(name, List.of()), "query");
  }

  private PlaceSearch search(LlmAgentConfig config) {
    return PlanningServicesModule.placeSearch(llmAgent.clients, config);
  }
}
