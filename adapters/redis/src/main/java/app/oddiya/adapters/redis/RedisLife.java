package app.oddiya.adapters.redis;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.BooleanSupplier;

/// All that an app does with Redis itself; the rest goes through the ports.
///
/// @param ready whether a command is answered now
/// @param meters of all commands
/// @param close gives the connection back; called once, after the last request has ended
public record RedisLife(BooleanSupplier ready, MeterBinder meters, Runnable close) {}
