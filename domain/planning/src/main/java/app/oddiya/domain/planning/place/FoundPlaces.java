package app.oddiya.domain.planning.place;

import app.oddiya.domain.shared.Page;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// A page of the places that answer to a query, as far as providers answered.
///
/// @param silent the providers that did not, as in [PlaceId]: there may be places that only they
///     know
public record FoundPlaces(Page<Place> page, SequencedSet<String> silent) {

  public FoundPlaces {
    silent = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(silent));
  }

  /// Where everybody answered.
  public static FoundPlaces of(Page<Place> page) {
    return new FoundPlaces(page, new LinkedHashSet<>());
  }
}
