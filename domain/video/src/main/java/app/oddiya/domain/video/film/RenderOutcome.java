package app.oddiya.domain.video.film;

import java.nio.file.Path;
import java.time.Duration;

/// What came of rendering a storyboard: a film that was looked at and found right, or the reason
/// why there is none. There is nothing between.
public sealed interface RenderOutcome {

  /// @param film MP4: H.264 High yuv420p BT.709, AAC, its index ahead of its data, no metadata
  /// @param poster JPEG of one frame, the film's size, no metadata
  /// @param duration as probed, within a frame of the storyboard's
  /// @param frames as probed
  /// @param size as probed
  record Rendered(Path film, Path poster, Duration duration, int frames, FrameSize size)
      implements RenderOutcome {}

  /// @param detail for people who run this, in English
  record Failed(RenderFailure code, String detail) implements RenderOutcome {}
}
