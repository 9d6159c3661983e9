package app.oddiya.adapters.redis;

import io.micrometer.core.instrument.binder.MeterBinder;

/// All that an app does with the [Cache] itself. It is no condition of readiness: who uses it does
/// without while it is away.
///
/// @param meters of all questions
/// @param close gives the connection back; called once, after the last request has ended
public record CacheLife(MeterBinder meters, Runnable close) {}
