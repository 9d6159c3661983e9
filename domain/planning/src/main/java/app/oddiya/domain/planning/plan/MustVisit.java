package app.oddiya.domain.planning.plan;

import app.oddiya.domain.planning.place.PlaceId;

/// A place without which the trip would not be the one that was asked for.
public sealed interface MustVisit {

  /// @param text a name in any of the four languages
  record Called(String text) implements MustVisit {
    public Called {
      if (text.isBlank()) {
        throw new IllegalArgumentException("text: blank (expected: a text)");
      }
    }
  }

  record Known(PlaceId place) implements MustVisit {}
}
