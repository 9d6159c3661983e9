/// The film, beside the encoder alone.
@NullMarked
package app.oddiya.apps.bench.film;

import org.jspecify.annotations.NullMarked;
