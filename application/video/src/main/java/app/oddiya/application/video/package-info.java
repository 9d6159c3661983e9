/// What can be done with films: ask for one, watch it come, make it, and look after those that a
/// crash left behind.
@NullMarked
package app.oddiya.application.video;

import org.jspecify.annotations.NullMarked;
