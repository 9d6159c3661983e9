/// What the schemas of every context share: the pool, the migrations, and the line between an
/// outage and a bug.
@NullMarked
package app.oddiya.adapters.postgres;

import org.jspecify.annotations.NullMarked;
