package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Caption;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Motion;
import app.oddiya.domain.video.film.Motion.Pace;
import app.oddiya.domain.video.film.Print;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.film.View;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Photos that are laid on a table.
class PrintsTest {

  private static final int SIDE = Aspect.SQUARE.frame().width();
  private static final Typefaces TYPEFACES =
      Typefaces.of(new FfmpegConfig(Optional.empty(), Tools.cache()));

  @TempDir Path folder;

  @Test
  void aPrintIsThePhotoOnWhitePaperWhereTheStoryboardPutsIt() {
    byte[] frame = painted(storyboard(Optional.empty()), 29);

    // The middle of the picture, the border above it, its foot, and the table.
    assertThat(luma(frame, 432, 480)).isBetween(88, 92);
    assertThat(luma(frame, 432, 255)).isGreaterThan(215);
    assertThat(luma(frame, 432, 790)).isGreaterThan(215);
    assertThat(luma(frame, 1000, 900)).isBetween(40, 140);
  }

  @Test
  void whatIsOnItsWayDownEndsWhereItLies() {
    Storyboard storyboard = storyboard(Optional.empty());

    byte[] last = painted(storyboard, TableShelf.FALL - 1);
    byte[] lies = painted(storyboard, TableShelf.FALL);

    long far = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      far += Math.abs((last[i] & 0xff) - (lies[i] & 0xff));
    }
    assertThat((double) far / SIDE / SIDE).isLessThan(3);
  }

  @Test
  void aPrintComesIntoSightBitByBit() {
    Storyboard storyboard = storyboard(Optional.empty());
    double before = mean(painted(storyboard, 0));
    for (int number = 1; number < 4; number++) {
      double now = mean(painted(storyboard, number));
      assertThat(now).isGreaterThan(before).isLessThan(before + 45);
      before = now;
    }
  }

  @Test
  void framesCanBePaintedInAnyOrder() {
    Storyboard storyboard = storyboard(Optional.of(new Caption("해운대해수욕장", Optional.empty(), 30)));
    Shelf shelf = Shelf.of(storyboard, TYPEFACES);
    FramePainter painter = new FramePainter(storyboard, List.of(), shelf);
    byte[] late = new byte[FramePainter.bytes(Aspect.SQUARE.frame())];
    byte[] early = new byte[late.length];
    painter.paint(25, late);
    painter.paint(3, early);

    assertThat(early).isEqualTo(painted(storyboard, 3));
    assertThat(late).isEqualTo(painted(storyboard, 25));
  }

  @Test
  void aNameIsWrittenOnTheFootOfItsPrint() {
    double without = mean(painted(storyboard(Optional.empty()), 29));
    double with =
        mean(painted(storyboard(Optional.of(new Caption("해운대해수욕장", Optional.empty(), 30))), 29));

    assertThat(without - with).isBetween(0.3, 6.0);
  }

  @Test
  void aFilmIsMadeOfThem() throws InterruptedException {
    InstantSource clock = InstantSource.system();

    RenderOutcome outcome =
        new FfmpegRenderer(Tools.ffmpeg(), TYPEFACES, clock)
            .render(
                storyboard(Optional.empty()),
                folder,
                Renderer.Progress.IGNORED,
                Deadline.in(Duration.ofMinutes(2), clock));

    assertThat(outcome).isInstanceOf(RenderOutcome.Rendered.class);
  }

  private Storyboard storyboard(Optional<Caption> caption) {
    DecodedPhoto photo = Storyboards.photo(folder, 1300, 1300, (x, y) -> 90);
    Print print = new Print(0.4, 0.5, 0.5, 1, 2);
    Motion still = new Motion(new View(0.5, 0.5, 1), new View(0.5, 0.5, 1), Pace.EVEN);
    Scene scene = new Scene(photo, 0, 30, 0, still, caption, Optional.empty(), Optional.of(print));
    return new Storyboard(
        Template.of("polaroid").orElseThrow(),
        Aspect.SQUARE,
        1,
        Locale.KOREAN,
        Optional.empty(),
        List.of(scene),
        0,
        new Soundtrack.Silence());
  }

  private static byte[] painted(Storyboard storyboard, int number) {
    byte[] frame = new byte[FramePainter.bytes(Aspect.SQUARE.frame())];
    new FramePainter(storyboard, List.of(), Shelf.of(storyboard, TYPEFACES)).paint(number, frame);
    return frame;
  }

  private static double mean(byte[] frame) {
    long sum = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      sum += frame[i] & 0xff;
    }
    return (double) sum / SIDE / SIDE;
  }

  private static int luma(byte[] frame, int x, int y) {
    return frame[y * SIDE + x] & 0xff;
  }
}
