package app.oddiya.adapters.ffmpeg.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes music that somebody has brought as long as a film and as loud as ours: what is longer is
/// faded out, what is shorter begins again, its end and its beginning laid over each other.
final class BroughtMusic {

  /// Long enough that no seam clicks, short enough for music of a second.
  private static final double SEAM_SECONDS = 0.4;

  private BroughtMusic() {}

  /// @param samples as a [app.oddiya.domain.video.film.MusicReading.Readable] has them
  static Sound play(Path samples, int seconds) throws IOException {
    ShortBuffer given =
        ByteBuffer.wrap(Files.readAllBytes(samples)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    Sound sound = Sound.silence(seconds);
    int length = given.limit() / 2;
    int seam = (int) (SEAM_SECONDS * Sound.RATE);
    boolean repeats = length < sound.samples();
    int period = repeats ? length - seam : sound.samples();
    for (int begin = 0; begin < sound.samples(); begin += period) {
      for (int i = 0; i < Math.min(length, sound.samples() - begin); i++) {
        double in = begin == 0 ? 1 : share(i, seam);
        double out = repeats ? share(length - 1 - i, seam) : 1;
        float level = (float) (in * out / 32_768);
        sound.left()[begin + i] += given.get(2 * i) * level;
        sound.right()[begin + i] += given.get(2 * i + 1) * level;
      }
    }
    Mastering.master(sound);
    return sound;
  }

  /// So that the powers of what comes and what goes are always 1 together.
  private static double share(int from, int seam) {
    return from >= seam ? 1 : Math.sin(Math.PI / 2 * (from + 0.5) / seam);
  }
}
