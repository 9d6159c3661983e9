package app.oddiya.apps.llmagent;

import app.oddiya.adapters.services.planning.wire.FoundRecordsView;
import app.oddiya.adapters.services.planning.wire.PlacesQuery;
import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.domain.planning.place.PlaceSearch;

/// Searches what the providers offer for the plan service.
final class PlacesRoute {

  private final PlaceSearch places;

  PlacesRoute(PlaceSearch places) {
    this.places = places;
  }

  Routes all() {
    return Routes.of(
        Route.get("/internal/places", Caller.internal("plan"))
            .summary("Search places")
            .query(PlacesQuery.class)
            .answers(200, FoundRecordsView.class, "The better match first")
            .handledBy(this::search));
  }

  private Answer search(Call call) {
    PlacesQuery query = call.query(PlacesQuery.class);
    return Answer.ok(
        FoundRecordsView.of(places.search(query.toQuery(), query.toPage(), call.deadline())));
  }
}
