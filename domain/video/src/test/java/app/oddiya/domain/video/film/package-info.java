/// Tests of films before they are drawn.
@NullMarked
package app.oddiya.domain.video.film;

import org.jspecify.annotations.NullMarked;
