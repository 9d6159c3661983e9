package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Focus;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearingTest {

  private static final FrameSize FRAME = Aspect.SQUARE.frame();
  private static final int SIDE = 480;
  private static final double USUAL = 432;
  private static final double WORDS = 220;
  private static final double KEPT = 108;
  private static final View ALL = new View(0.5, 0.5, 1);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.3, 0.4, 0.5, 0.6, 0.7})
  void wordsKeepOffWhatTheEyeGoesTo(double height) throws IOException {
    double eye = height * FRAME.height();

    float middle = Clearing.over(photo(height), FRAME, ALL).middle(USUAL, WORDS, KEPT);

    assertThat(Math.abs(middle - eye)).isGreaterThan(WORDS / 2 + 20);
    assertThat(middle).isBetween((float) (KEPT + WORDS / 2), (float) (1080 - KEPT - WORDS / 2));
  }

  @Test
  void wordsStayWhereTheyUsuallyAreIfTheyHideNothingThere() throws IOException {
    assertThat(Clearing.over(photo(0.85), FRAME, ALL).middle(USUAL, WORDS, KEPT))
        .isCloseTo((float) USUAL, within(0.1f));
    assertThat(Clearing.everywhere(FRAME).middle(USUAL, WORDS, KEPT))
        .isCloseTo((float) USUAL, within(0.1f));
  }

  @Test
  void wordsEndAboveAName() throws IOException {
    Clearing clearing = Clearing.over(photo(0.3), FRAME, ALL).above(700);

    assertThat(clearing.middle(USUAL, WORDS, KEPT)).isLessThanOrEqualTo((float) (700 - WORDS / 2));
  }

  @Test
  void whatCountsIsWhereTheCameraShowsIt() throws IOException {
    // Twice as near: what lies at 0.3 of the photo is at 0.1 of the frame.
    Clearing near = Clearing.over(photo(0.3), FRAME, new View(0.5, 0.5, 2));

    assertThat(near.middle(USUAL, WORDS, KEPT)).isCloseTo((float) USUAL, within(0.1f));
  }

  /// Grey, with one patch of detail in the middle of its width.
  private DecodedPhoto photo(double height) throws IOException {
    byte[] planes = new byte[SIDE * SIDE * 3 / 2];
    Arrays.fill(planes, (byte) 128);
    int middle = (int) (height * SIDE);
    for (int y = middle - 30; y < middle + 30; y++) {
      for (int x = SIDE / 2 - 40; x < SIDE / 2 + 40; x++) {
        planes[y * SIDE + x] = (byte) ((x / 4 + y / 4) % 2 == 0 ? 40 : 210);
      }
    }
    return new DecodedPhoto(
        Files.write(folder.resolve("pixels"), planes),
        SIDE,
        SIDE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Focus.EVEN);
  }
}
