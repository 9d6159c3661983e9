package app.oddiya.domain.planning.plan;

import java.time.Instant;

/// A provider that a certificate rests on.
///
/// @param fetchedAt of the oldest record used
public record SourceUsed(String provider, Instant fetchedAt) {}
