/// Rate limits that all processes share, counted in Redis.
@NullMarked
package app.oddiya.adapters.redis.limit;

import org.jspecify.annotations.NullMarked;
