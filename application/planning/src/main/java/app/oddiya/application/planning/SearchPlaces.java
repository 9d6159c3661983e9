package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;

/// Looks places up and remembers what it shows, so that a plan can name it by its id alone.
public final class SearchPlaces {

  private final PlaceSearch search;
  private final HeldPlaces held;

  public SearchPlaces(PlaceSearch search, HeldPlaces held) {
    this.search = search;
    this.held = held;
  }

  /// @throws app.oddiya.domain.shared.Unavailable also if it cannot be remembered: what is shown
  ///     may be named next
  public FoundPlaces search(PlaceQuery query, Page.Request page, Deadline deadline) {
    FoundPlaces found = search.search(query, page, deadline);
    held.remember(found.page().items(), deadline);
    return found;
  }
}
