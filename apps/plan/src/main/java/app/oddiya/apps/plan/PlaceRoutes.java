package app.oddiya.apps.plan;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.application.planning.SearchPlaces;
import app.oddiya.domain.planning.place.Language;

/// Places to be looked up, and named in a plan then.
final class PlaceRoutes {

  private final SearchPlaces searchPlaces;

  PlaceRoutes(SearchPlaces searchPlaces) {
    this.searchPlaces = searchPlaces;
  }

  Routes all() {
    return Routes.of(
        Route.get("/api/v1/places", Caller.user())
            .summary("Look places up")
            .description(
                "By name, around a position, or both. What is shown is remembered: a plan may name"
                    + " it by its placeId. A provider that does not answer is named in silent; if"
                    + " nothing is found then, it is an outage.")
            .headers(Spoken.class)
            .query(PlaceSearchQuery.class)
            .answers(200, FoundPlacesView.class, "One page of them, the better match first")
            .handledBy(this::search));
  }

  private Answer search(Call call) {
    Language reader = call.headers(Spoken.class).language();
    PlaceSearchQuery query = call.query(PlaceSearchQuery.class);
    return Answer.ok(
        FoundPlacesView.of(
            searchPlaces.search(query.toQuery(), query.toPage(), call.deadline()), reader));
  }
}
