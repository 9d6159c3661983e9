package app.oddiya.domain.planning.place;

import java.time.Instant;

/// The provider's record behind a place.
///
/// @param provider as in [PlaceId]
/// @param id the provider's own
/// @param fetchedAt when we read it; of the catalogue, when it was collected
public record Source(String provider, String id, Instant fetchedAt) {}
