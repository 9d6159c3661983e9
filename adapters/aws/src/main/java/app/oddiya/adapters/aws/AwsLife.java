package app.oddiya.adapters.aws;

import io.micrometer.core.instrument.binder.MeterBinder;

/// All that an app does with the clients themselves; the rest goes through the ports.
///
/// @param meters of all calls
/// @param close gives their connections back; called once, after the last request has ended
public record AwsLife(MeterBinder meters, Runnable close) {}
