/// The fakes of the video context pass the contracts of their ports.
@NullMarked
package app.oddiya.adapters.memory.video;

import org.jspecify.annotations.NullMarked;
