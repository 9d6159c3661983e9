/// Tests of the rules of places.
@NullMarked
package app.oddiya.domain.planning.place;

import org.jspecify.annotations.NullMarked;
