/// Fakes of the video context's ports.
@NullMarked
package app.oddiya.adapters.memory.video;

import org.jspecify.annotations.NullMarked;
