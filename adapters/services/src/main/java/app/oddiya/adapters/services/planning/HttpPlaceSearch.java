package app.oddiya.adapters.services.planning;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.services.planning.wire.FoundRecordsView;
import app.oddiya.adapters.services.planning.wire.PlacesQuery;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import java.util.List;
import java.util.Optional;

/// Searches behind `GET /internal/places` of llm-agent.
final class HttpPlaceSearch implements PlaceSearch {

  private final ServiceClient llmAgent;

  HttpPlaceSearch(ServiceClient llmAgent) {
    this.llmAgent = llmAgent;
  }

  @Override
  public FoundPlaces search(PlaceQuery query, Page.Request page, Deadline deadline) {
    Answer answer = llmAgent.send(call(PlacesQuery.of(query, page)), deadline);
    return switch (answer.status()) {
      case 200 -> Answers.read(FoundRecordsView.class, answer.bytes(), FoundRecordsView::toFound);
      default -> throw answer.unexpected();
    };
  }

  private static Call call(PlacesQuery query) {
    Call call = Call.get("/internal/places");
    for (Parameter each : parameters(query)) {
      if (each.value.isPresent()) {
        call = call.query(each.name, each.value.get());
      }
    }
    return call;
  }

  private record Parameter(String name, Optional<?> value) {}

  private static List<Parameter> parameters(PlacesQuery query) {
    return List.of(
        new Parameter("query", query.query()),
        new Parameter("near", query.near()),
        new Parameter("radiusKm", query.radiusKm()),
        new Parameter("category", query.category()),
        new Parameter("limit", query.limit()),
        new Parameter("cursor", query.cursor()));
  }
}
