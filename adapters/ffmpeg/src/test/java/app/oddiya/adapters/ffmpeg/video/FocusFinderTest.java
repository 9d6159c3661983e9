package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Focus;
import app.oddiya.domain.video.film.FrameSize;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FocusFinderTest {

  private static final int SIDE = 960;

  /// Of a face in daylight.
  private static final int BLUE = 107;

  private static final int RED = 152;

  @TempDir Path folder;

  private final byte[] planes = new byte[SIDE * SIDE * 3 / 2];

  FocusFinderTest() {
    Arrays.fill(planes, (byte) 128);
  }

  @Test
  void nothingStandsOutOfAPlainGround() throws IOException {
    assertThat(found(Aspect.LANDSCAPE.frame())).isEqualTo(Focus.EVEN);
  }

  @Test
  void aFaceIsMoreThanTheClothesBelowIt() throws IOException {
    checks(280, 480, 400, 480);
    skin(400, 120, 160, 200);

    Focus focus = found(Aspect.LANDSCAPE.frame());

    assertThat(focus.y()).isLessThan(0.4);
    assertThat(focus.x()).isBetween(0.45, 0.55);
  }

  @Test
  void sandSaysNothing() throws IOException {
    checks(280, 200, 400, 200);
    Focus before = found(Aspect.LANDSCAPE.frame());
    skin(0, 560, SIDE, 400);

    assertThat(found(Aspect.LANDSCAPE.frame())).isEqualTo(before);
  }

  @Test
  void ofTwoThingsFarApartOneIsShownAndNotWhatIsBetween() throws IOException {
    checks(100, 400, 160, 160);
    checks(680, 380, 200, 200);

    assertThat(found(Aspect.PORTRAIT.frame()).x()).isBetween(0.7, 0.9);
    assertThat(found(Aspect.SQUARE.frame()).x()).isBetween(0.4, 0.65);
  }

  private Focus found(FrameSize frame) throws IOException {
    Path file = Files.write(folder.resolve("pixels"), planes);
    try (FileChannel pixels = FileChannel.open(file)) {
      return FocusFinder.find(pixels, SIDE, SIDE, frame);
    }
  }

  private void checks(int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        planes[y * SIDE + x] = (byte) ((x / 12 + y / 12) % 2 == 0 ? 60 : 200);
      }
    }
  }

  private void skin(int left, int top, int width, int height) {
    int half = SIDE / 2;
    for (int y = top / 2; y < (top + height) / 2; y++) {
      for (int x = left / 2; x < (left + width) / 2; x++) {
        planes[SIDE * SIDE + y * half + x] = (byte) BLUE;
        planes[SIDE * SIDE + half * half + y * half + x] = (byte) RED;
      }
    }
  }
}
