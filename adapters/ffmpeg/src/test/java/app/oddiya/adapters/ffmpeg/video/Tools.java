package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The media programs, for tests.
final class Tools {

  static final Bounds AMPLE = new Bounds(60, 4L << 30, 1L << 30);

  private static final Path CACHE = Path.of("target", "cache").toAbsolutePath();
  private static final Ffmpeg FFMPEG = Ffmpeg.of(new FfmpegConfig(Optional.empty(), CACHE));

  private Tools() {}

  static Path cache() {
    return CACHE;
  }

  static Ffmpeg ffmpeg() {
    return FFMPEG;
  }

  /// Runs ffmpeg and expects it to succeed.
  static String run(String... arguments) throws InterruptedException {
    Ffmpeg.Ended ended = FFMPEG.run(List.of(arguments), AMPLE, Duration.ofMinutes(1));
    assertThat(ended.exit()).as(ended.errors()).isZero();
    return ended.errors();
  }
}
