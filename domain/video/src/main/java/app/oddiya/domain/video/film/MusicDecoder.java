package app.oddiya.domain.video.film;

import app.oddiya.domain.shared.Deadline;
import java.nio.file.Path;

/// Reads uploaded files as music: MP3, MP4 (AAC or Apple Lossless), AAC, Ogg (Vorbis or Opus),
/// FLAC or WAV, told by content, never by name.
public interface MusicDecoder {

  /// Reads the first `seconds` of it, or all if it is shorter.
  ///
  /// Only a file in `workFolder` remains, named by the answer; a refusal leaves none.
  ///
  /// @param original a local file that nobody writes to meanwhile
  /// @throws InterruptedException if the thread is interrupted; whatever ran for it is dead by then
  /// @throws app.oddiya.domain.shared.Unavailable if the decoder itself could not run, or the
  ///     deadline passed: nothing is known about the file
  MusicReading read(Path original, Path workFolder, int seconds, Deadline deadline)
      throws InterruptedException;
}
