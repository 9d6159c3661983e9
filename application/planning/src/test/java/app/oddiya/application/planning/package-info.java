/// The story of a plan on fakes in memory, and drafted plans against the catalogue they come from.
@NullMarked
package app.oddiya.application.planning;

import org.jspecify.annotations.NullMarked;
