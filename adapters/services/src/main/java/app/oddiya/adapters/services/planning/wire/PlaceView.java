package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.services.planning.wire.StopView.PictureView;
import app.oddiya.adapters.services.planning.wire.StopView.SourceView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.shared.GeoPoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place as travellers are shown it.
@Doc("A place that a provider knows.")
public record PlaceView(
    @Doc("{provider}:{the provider's id}") String placeId,
    @Doc("Romanised or translated, where a source has it.") String name,
    @Doc("The provider's.") String localName,
    String category,
    GeoPoint position,
    @Nullable String address,
    Optional<PictureView> picture,
    HoursView hours,
    @Doc("The provider's record.") SourceView source) {

  /// @param language of the reader
  public static PlaceView of(Place place, Language language) {
    return new PlaceView(
        place.id().toString(),
        place.names().in(language),
        place.names().local(),
        place.category().code(),
        place.position(),
        place.address().map((LocalText address) -> address.in(language)).orElse(null),
        place.picture().map(PictureView::of),
        HoursView.of(place.hours()),
        SourceView.of(place.source()));
  }
}
