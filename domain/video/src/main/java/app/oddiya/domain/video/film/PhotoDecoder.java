package app.oddiya.domain.video.film;

import app.oddiya.domain.shared.Deadline;
import java.nio.file.Path;

/// Reads uploaded files as photos. The type is told by content, never by name; bytes and pixels are
/// bounded before anything is decoded; each photo is decoded once.
public interface PhotoDecoder {

  /// Reads one photo for films of `frame`.
  ///
  /// The upright picture is scaled so that it covers the frame with some room for motion, and never
  /// enlarged. Only a file in `workFolder` remains, named by the answer; a refusal leaves none.
  ///
  /// @param original a local file that nobody writes to meanwhile
  /// @throws InterruptedException if the thread is interrupted; whatever ran for it is dead by then
  /// @throws app.oddiya.domain.shared.Unavailable if the decoder itself could not run, or the
  ///     deadline passed: nothing is known about the photo
  PhotoReading read(Path original, Path workFolder, FrameSize frame, Deadline deadline)
      throws InterruptedException;
}
