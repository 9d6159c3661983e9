/// What planning keeps in Redis: answers of providers and choices of models, which can be had
/// again, and what models have cost, which must not be forgotten.
@NullMarked
package app.oddiya.adapters.redis.planning;

import org.jspecify.annotations.NullMarked;
