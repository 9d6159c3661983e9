/// A film job from the request to the push: its states, and the stores, queues and neighbours it
/// needs.
@NullMarked
package app.oddiya.domain.video.job;

import org.jspecify.annotations.NullMarked;
