package app.oddiya.adapters.postgres;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.BooleanSupplier;

/// All that an app does with the database itself; the rest goes through the ports.
///
/// @param ready whether a statement runs now
/// @param meters of the pool: connections in use, idle and waited for
/// @param close gives the connections back; called once, after the last request has ended
public record PostgresLife(BooleanSupplier ready, MeterBinder meters, Runnable close) {}
