package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.film.MusicDecoder;
import app.oddiya.domain.video.film.MusicReading;
import app.oddiya.domain.video.film.MusicReading.Readable;
import app.oddiya.domain.video.film.MusicReading.Refused;
import app.oddiya.domain.video.film.MusicRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Reads music in a bounded run of ffmpeg that sees one demuxer and the decoders that belong to it,
/// the first sound stream and no picture, and no more of it than a film needs.
final class FfmpegMusicDecoder implements MusicDecoder {

  private static final long MOST_BYTES = 50L << 20;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final long MEMORY = 1L << 30;

  /// Bytes of a second: two channels of 16 bits.
  private static final long SECOND = Sound.RATE * 4L;

  /// The share of broken packets with which a file is a bad one. Many an honest MP3 has a few,
  /// where something else was written before or behind the music.
  private static final String MOST_BROKEN = "0.05";

  private final Ffmpeg ffmpeg;
  private final InstantSource clock;

  FfmpegMusicDecoder(Ffmpeg ffmpeg, InstantSource clock) {
    this.ffmpeg = ffmpeg;
    this.clock = clock;
  }

  @Override
  public MusicReading read(Path original, Path workFolder, int seconds, Deadline deadline)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (deadline.isOver(clock)) {
      throw new Unavailable("music decoder", new TimeoutException());
    }
    try {
      if (Files.size(original) > MOST_BYTES) {
        return new Refused(MusicRefusal.UNREADABLE, "It has more than 50 MB.");
      }
      Optional<MusicType> type = type(original);
      return type.isEmpty()
          ? new Refused(MusicRefusal.UNSUPPORTED_TYPE, "It is not MP3, M4A, AAC, Ogg, FLAC or WAV.")
          : decode(original, type.get(), workFolder, seconds, deadline);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<MusicType> type(Path original) throws IOException {
    try (InputStream file = Files.newInputStream(original)) {
      return MusicType.of(file.readNBytes(MusicType.OPENING));
    }
  }

  private MusicReading decode(
      Path original, MusicType type, Path workFolder, int seconds, Deadline deadline)
      throws IOException, InterruptedException {
    Path samples = Files.createTempFile(workFolder, "music-", ".pcm");
    boolean decoded = false;
    try {
      Duration left = deadline.remaining(clock);
      Duration atMost = left.compareTo(LONGEST) < 0 ? left : LONGEST;
      Ffmpeg.Ended ended =
          ffmpeg.run(
              arguments(original, type, seconds, samples),
              new Bounds((int) LONGEST.toSeconds(), MEMORY, (seconds + 1) * SECOND),
              atMost);
      if (ended.isOutOfTime() && deadline.isOver(clock)) {
        throw new Unavailable("music decoder", new TimeoutException());
      }
      if (ended.isTheMachinesFault()) {
        throw new Unavailable("music decoder", new IOException(ended.errors()));
      }
      if (ended.exit() != 0) {
        return new Refused(MusicRefusal.UNREADABLE, "It is damaged, or too much to decode.");
      }
      if (Files.size(samples) < SECOND) {
        return new Refused(MusicRefusal.TOO_SHORT, "There is less than a second of it.");
      }
      decoded = true;
      return new Readable(samples);
    } finally {
      if (!decoded) {
        Files.delete(samples);
      }
    }
  }

  private static List<String> arguments(Path original, MusicType type, int seconds, Path samples) {
    return List.of(
        "-max_error_rate",
        MOST_BROKEN,
        "-protocol_whitelist",
        "file,pipe",
        "-codec_whitelist",
        type.decoders(),
        "-threads",
        "1",
        "-f",
        type.demuxer(),
        "-i",
        Ffmpeg.local(original),
        "-map",
        "0:a:0",
        "-map_metadata",
        "-1",
        "-t",
        String.valueOf(seconds),
        "-ar",
        String.valueOf(Sound.RATE),
        "-ac",
        "2",
        "-f",
        "s16le",
        Ffmpeg.local(samples));
  }
}
