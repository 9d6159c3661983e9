/// Sessions in Redis.
@NullMarked
package app.oddiya.adapters.redis.identity;

import org.jspecify.annotations.NullMarked;
