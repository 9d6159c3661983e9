package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.RenderOutcome.Rendered;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Storyboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fade is seen as one change: no part of the delivered picture goes back on its way from one
/// photo to the next.
class FadeTest {

  private static final int FADE = 16;
  private static final int FIRST = 7;

  /// Parts across and down of which the brightness is measured.
  private static final int PARTS = 12;

  /// Steps of 8 bits that an encoder may stray.
  private static final int STRAY = 1;

  @TempDir Path folder;

  @Test
  void everyPartOfADeliveredFadeGoesOneWay() throws InterruptedException, IOException {
    byte[] parts = brightness(film(textured(1, 60), textured(2, 150)));

    int ofFrame = PARTS * PARTS;
    assertThat(parts).hasSize(Storyboard.FRAMES_PER_SECOND * ofFrame);
    for (int part = 0; part < ofFrame; part++) {
      int before = parts[(FIRST - 1) * ofFrame + part] & 0xff;
      int after = parts[(FIRST + FADE) * ofFrame + part] & 0xff;
      int way = Integer.signum(after - before);
      int farthest = before;
      for (int frame = FIRST; frame <= FIRST + FADE; frame++) {
        int now = parts[frame * ofFrame + part] & 0xff;
        assertThat((now - farthest) * way)
            .as("part %d in frame %d: %d after %d", part, frame, now, farthest)
            .isGreaterThanOrEqualTo(-STRAY);
        farthest = way > 0 ? Math.max(farthest, now) : Math.min(farthest, now);
      }
    }
  }

  private Path film(DecodedPhoto from, DecodedPhoto to) throws InterruptedException {
    int frames = Storyboard.FRAMES_PER_SECOND;
    Storyboard storyboard =
        Storyboards.film(
            Aspect.SQUARE,
            1,
            List.of(
                new Scene(from, 0, FIRST + FADE, 0, Storyboards.STILL, Optional.empty()),
                new Scene(to, FIRST, frames - FIRST, FADE, Storyboards.STILL, Optional.empty())));
    Renderer renderer =
        new FfmpegRenderer(
            Tools.ffmpeg(),
            Typefaces.of(new FfmpegConfig(Optional.empty(), Tools.cache())),
            InstantSource.system());
    return ((Rendered)
            renderer.render(
                storyboard,
                folder,
                Renderer.Progress.IGNORED,
                Deadline.in(Duration.ofMinutes(2), InstantSource.system())))
        .film();
  }

  private byte[] brightness(Path film) throws IOException, InterruptedException {
    Path raw = folder.resolve("parts.gray");
    Tools.run(
        "-i",
        Ffmpeg.local(film),
        "-vf",
        "extractplanes=y,scale=%1$d:%1$d:flags=area".formatted(PARTS),
        "-f",
        "rawvideo",
        Ffmpeg.local(raw));
    return Files.readAllBytes(raw);
  }

  /// Patches of light and shade, and grain as of a camera.
  private DecodedPhoto textured(int seed, int level) {
    Random chance = new Random(seed);
    int[] patches = chance.ints(100, -40, 40).toArray();
    return Storyboards.photo(
        folder,
        1080,
        1080,
        (x, y) -> level + patches[y / 108 * 10 + x / 108] + chance.nextInt(-6, 7));
  }
}
