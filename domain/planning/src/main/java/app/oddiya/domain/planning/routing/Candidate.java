package app.oddiya.domain.planning.routing;

import app.oddiya.domain.planning.place.Place;

/// A place that a trip may visit.
///
/// @param appeal what a visit is worth, see [Appeal]
/// @param must whether the trip has to visit it
public record Candidate(Place place, int appeal, boolean must) {}
