/// The issuer's keys, kept for gateways that start while it is away.
@NullMarked
package app.oddiya.adapters.redis.token;

import org.jspecify.annotations.NullMarked;
