package app.oddiya.domain.video.film;

import java.nio.file.Path;

/// What came of reading one uploaded file as music.
public sealed interface MusicReading {

  /// @param samples file of two channels, 48,000 samples a second each, interleaved, 16 bits
  ///     little-endian: a second of them or more
  record Readable(Path samples) implements MusicReading {}

  /// @param detail for people, in English; holds nothing of the file's metadata
  record Refused(MusicRefusal reason, String detail) implements MusicReading {}
}
