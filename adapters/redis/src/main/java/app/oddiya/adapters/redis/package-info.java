/// What every use of Redis shares: one connection, and the line between an outage and a bug.
@NullMarked
package app.oddiya.adapters.redis;

import org.jspecify.annotations.NullMarked;
