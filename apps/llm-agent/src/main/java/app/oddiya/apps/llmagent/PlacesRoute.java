package app.oddiya.apps.llmagent;

import app.oddiya.adapters.services.planning.wire.PlaceRecordView;
import app.oddiya.adapters.services.planning.wire.PlacesQuery;
import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Listing;
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
            .answersListing(PlaceRecordView.class, "The better match first")
            .handledBy(this::search));
  }

  private Answer search(Call call) {
    PlacesQuery query = call.query(PlacesQuery.class);
    return Answer.ok(
        Listing.of(
            places.search(query.toQuery(), query.toPage(), call.deadline()), PlaceRecordView::of));
  }
}
