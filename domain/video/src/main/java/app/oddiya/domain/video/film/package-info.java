/// What a film of a trip is: photos read, a storyboard that orders and times them, and the renderer
/// that turns it into a file.
@NullMarked
package app.oddiya.domain.video.film;

import org.jspecify.annotations.NullMarked;
