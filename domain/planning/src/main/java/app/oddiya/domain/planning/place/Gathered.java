package app.oddiya.domain.planning.place;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The places of an area, as far as providers answered.
///
/// @param silent the providers that did not, as in [PlaceId]: there may be places that only they
///     know
public record Gathered(List<Place> places, SequencedSet<String> silent) {

  public Gathered {
    places = List.copyOf(places);
    silent = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(silent));
  }
}
