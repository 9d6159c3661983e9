package app.oddiya.domain.planning.place;

import app.oddiya.domain.shared.Deadline;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The places that a provider knows. A closed world: a plan holds nothing that did not come from
/// here.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if the provider does not answer in
/// time. That is never the same as an empty answer, which says that there is no such place.
public interface Places extends PlaceSearch {

  /// The area that a traveller means by a name in any of the four languages; empty for one that the
  /// provider does not know.
  Optional<Area> area(String name, Deadline deadline);

  /// Names of destinations that somebody may have meant who wrote `name`, as [NearSpelling] has it:
  /// a few at most, the nearest first, each one that [#area] knows.
  List<String> areasSpelledLike(String name, Deadline deadline);

  /// Every place of an area, in a stable order.
  List<Place> in(Area area, Deadline deadline);

  /// The places of an area that can be had now, in the same order, and who did not answer. A single
  /// provider either answers or does not.
  default Gathered gather(Area area, Deadline deadline) {
    return new Gathered(in(area, deadline), new LinkedHashSet<>());
  }

  /// One place; empty if the provider has no such record.
  Optional<Place> find(PlaceId id, Deadline deadline);

  /// What its provider says now of a place that was shown before.
  Refreshing refresh(Place held, Deadline deadline);

  /// The places whose name in any language is or contains `text`, whatever its case and spacing;
  /// the better match first.
  List<Place> named(String text, Deadline deadline);

  /// Names of places that somebody may have meant who wrote `text`, as [NearSpelling] has it: a few
  /// at most, the nearest first, each one that [#named] finds. A provider that knows names only by
  /// their exact letters offers none.
  List<String> placesSpelledLike(String text, Deadline deadline);
}
