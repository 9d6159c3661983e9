package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

  /// Writes a program of a line in place of ffmpeg, beside an ffprobe that finds nothing.
  static Path program(Path folder, String line) throws IOException {
    for (String name : List.of("ffmpeg", "ffprobe")) {
      String body = name.equals("ffmpeg") ? line : "exit 1";
      String script = "#!/bin/sh\n[ \"$1\" != -version ] || exit 0\n" + body + "\n";
      Path program = Files.writeString(folder.resolve(name), script);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
    return folder.resolve("ffmpeg");
  }
}
