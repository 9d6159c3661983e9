package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Motion;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.film.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramePainterTest {

  private static final FrameSize SQUARE = Aspect.SQUARE.frame();

  @TempDir Path folder;

  @Test
  void aPhotoOfTheFramesSizeThatStandsStillIsCopiedExactly() throws IOException {
    Random chance = new Random(1);
    DecodedPhoto photo = Storyboards.photo(folder, 1080, 1080, (x, y) -> 16 + chance.nextInt(220));

    byte[] frame = painted(photo, Storyboards.STILL, 0);

    assertThat(frame).isEqualTo(Files.readAllBytes(photo.pixels()));
  }

  @Test
  void aSlopeStaysStraightAtAnyMagnification() {
    DecodedPhoto photo = Storyboards.photo(folder, 1200, 1200, (x, y) -> 40 + x * 0.1);
    Motion closer = new Motion(new View(0.5, 0.5, 1.07), new View(0.52, 0.47, 1.2));

    byte[] frame = painted(photo, closer, 17);

    double step = (luma(frame, 1000, 500) - luma(frame, 80, 500)) / 920.0;
    for (int x = 0; x < 1080; x++) {
      double expected = luma(frame, 80, 500) + (x - 80) * step;
      assertThat((double) luma(frame, x, 500)).isBetween(expected - 1.6, expected + 1.6);
    }
  }

  @Test
  void hardEdgesDoNotWrapAround() {
    DecodedPhoto photo =
        Storyboards.photo(folder, 1134, 1134, (x, y) -> (x / 7 + y / 7) % 2 == 0 ? 255 : 0);
    Motion slow = new Motion(new View(0.48, 0.5, 1), new View(0.52, 0.51, 1.1));

    byte[] frame = painted(photo, slow, 11);

    // Beside white there may be grey, never black: no pixel of a row jumps there and back.
    for (int x = 1; x < 1079; x++) {
      int before = luma(frame, x - 1, 540);
      int here = luma(frame, x, 540);
      int after = luma(frame, x + 1, 540);
      boolean spike = Math.abs(here - before) > 200 && Math.abs(here - after) > 200;
      assertThat(spike).as("at %d: %d %d %d", x, before, here, after).isFalse();
    }
  }

  @Test
  void theMiddleOfAFadeIsTheMeanOfBothPhotos() {
    DecodedPhoto dark = Storyboards.photo(folder, 1080, 1080, (x, y) -> 50);
    DecodedPhoto light = Storyboards.photo(folder, 1080, 1080, (x, y) -> 200);
    Storyboard storyboard =
        Storyboards.film(
            Aspect.SQUARE,
            1,
            List.of(
                new Scene(dark, 0, 18, 0, Storyboards.STILL, Optional.empty()),
                new Scene(light, 13, 17, 5, Storyboards.STILL, Optional.empty())));
    FramePainter painter = Storyboards.painter(storyboard);

    int before = 0;
    for (int number = 10; number < 20; number++) {
      byte[] frame = new byte[FramePainter.bytes(SQUARE)];
      painter.paint(number, frame);
      int brightness = luma(frame, 500, 500);
      assertThat(brightness).isGreaterThanOrEqualTo(before);
      before = brightness;
      if (number == 15) {
        assertThat(brightness).isBetween(124, 126);
      }
    }
    assertThat(before).isEqualTo(200);
  }

  @Test
  void theFilmEndsInBlack() {
    DecodedPhoto photo = Storyboards.photo(folder, 1080, 1080, (x, y) -> 200);
    Storyboard storyboard =
        new Storyboard(
            Template.BASIC,
            Aspect.SQUARE,
            1,
            Locale.KOREAN,
            Optional.empty(),
            List.of(new Scene(photo, 0, 30, 0, Storyboards.STILL, Optional.empty())),
            10,
            new Soundtrack.Silence());
    byte[] last = new byte[FramePainter.bytes(SQUARE)];

    Storyboards.painter(storyboard).paint(29, last);

    assertThat(luma(last, 500, 500)).isBetween(16, 24);
  }

  @Test
  void everyPainterPaintsAFrameAlike() {
    DecodedPhoto photo = Storyboards.photo(folder, 1400, 1100, (x, y) -> (x * y) % 200 + 20);
    Motion motion = new Motion(new View(0.45, 0.5, 1), new View(0.55, 0.5, 1));
    Storyboard storyboard = Storyboards.film(photo, Aspect.SQUARE, 1, motion);
    FramePainter used = Storyboards.painter(storyboard);
    byte[] one = new byte[FramePainter.bytes(SQUARE)];
    byte[] other = new byte[FramePainter.bytes(SQUARE)];
    used.paint(25, one);
    used.paint(3, one);

    Storyboards.painter(storyboard).paint(3, other);

    assertThat(Arrays.equals(one, other)).isTrue();
  }

  private static byte[] painted(DecodedPhoto photo, Motion motion, int number) {
    byte[] frame = new byte[FramePainter.bytes(SQUARE)];
    Storyboards.painter(Storyboards.film(photo, Aspect.SQUARE, 1, motion)).paint(number, frame);
    return frame;
  }

  private static int luma(byte[] frame, int x, int y) {
    return frame[y * SQUARE.width() + x] & 0xff;
  }
}
