package app.oddiya.domain.planning.place;

import app.oddiya.domain.shared.GeoPoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody looks for among places; everything that is given has to hold.
///
/// @param text is or is contained in the name, in any language; not blank
/// @param near the circle to search; its name plays no part
public record PlaceQuery(Optional<String> text, Optional<Area> near, Optional<Category> category) {

  public PlaceQuery {
    if (text.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("text: blank (expected: a text)");
    }
  }

  /// Of places whose names are known to answer to the text those that answer to the rest, the
  /// nearer to [#near] first where that is given and no text puts them in an order.
  public List<Place> narrow(List<Place> called) {
    Stream<Place> answers =
        called.stream()
            .filter(place -> near.isEmpty() || near.get().contains(place.position()))
            .filter(place -> category.isEmpty() || category.get() == place.category());
    return near.isPresent() && text.isEmpty()
        ? answers.sorted(byDistance(near.get().center())).toList()
        : answers.toList();
  }

  private static Comparator<Place> byDistance(GeoPoint from) {
    return Comparator.<Place>comparingDouble(place -> from.metersTo(place.position()))
        .thenComparing(place -> place.id().toString());
  }
}
