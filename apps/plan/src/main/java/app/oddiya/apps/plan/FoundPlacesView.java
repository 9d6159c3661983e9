package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.PlaceView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.shared.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of places for whoever looks them up.
///
/// @param nextCursor null on the last one
@Doc("A page of places, the better match first.")
record FoundPlacesView(
    List<PlaceView> items,
    @Doc("What to send as cursor for the following page; null on the last one.")
        @Nullable String nextCursor,
    @Doc(
            "Providers that did not answer, as in source.provider: places that only they know are"
                + " missing. Empty if all did.")
        List<String> silent) {

  static FoundPlacesView of(FoundPlaces found, Language reader) {
    return new FoundPlacesView(
        found.page().items().stream().map(place -> PlaceView.of(place, reader)).toList(),
        found.page().next().map(Page.Cursor::value).orElse(null),
        List.copyOf(found.silent()));
  }
}
