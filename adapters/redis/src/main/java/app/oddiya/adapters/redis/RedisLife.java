package app.oddiya.adapters.redis;

import java.util.function.BooleanSupplier;

/// All that an app does with Redis itself; the rest goes through the ports.
///
/// @param ready whether a command is answered now
/// @param close gives the connection back; called once, after the last request has ended
public record RedisLife(BooleanSupplier ready, Runnable close) {}
