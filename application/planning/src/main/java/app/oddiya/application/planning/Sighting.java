package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Place;

/// A place of a plan, and how far its record can be relied on now.
record Sighting(Place place, Standing standing) {

  static Sighting fresh(Place place) {
    return new Sighting(place, Standing.FRESH);
  }

  /// What its provider says about the record.
  enum Standing {
    /// It is the provider's present one.
    FRESH,
    /// The provider does not answer; it is the one that we hold.
    UNANSWERED,
    /// Nobody here speaks to the provider; it is the one that we hold.
    NOT_ASKED,
    /// The provider has it no more; it is the one that we hold.
    GONE
  }
}
