package app.oddiya.domain.planning.routing;

import app.oddiya.domain.planning.place.Place;
import java.util.OptionalInt;

/// A place that a trip may visit.
///
/// @param appeal what a visit is worth, see [Appeal]
/// @param must whether the trip has to visit it
/// @param minutes how long the visit lasts; empty: as long as is usual at the pace of the trip
public record Candidate(Place place, int appeal, boolean must, OptionalInt minutes) {}
