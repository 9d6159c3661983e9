/// Places that exist: what providers say about them, from where, and since when.
@NullMarked
package app.oddiya.domain.planning.place;

import org.jspecify.annotations.NullMarked;
