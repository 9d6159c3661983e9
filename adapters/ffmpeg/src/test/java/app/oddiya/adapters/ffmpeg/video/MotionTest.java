package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.testkit.story.Jitter;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Motion;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A dot of light is followed through moves of the camera, and has to go as smoothly as they do.
class MotionTest {

  private static final int SIDE = Aspect.SQUARE.frame().width();
  private static final int GROUND = 40;

  /// Of the photo with the dot, and where that is.
  private static final int WIDTH = 1500;

  private static final int HEIGHT = 1160;
  private static final double DOT_X = 760.3;
  private static final double DOT_Y = 590.7;

  @TempDir Path folder;

  static Stream<Motion> moves() {
    return Stream.of(
        new Motion(new View(0.45, 0.5, 1), new View(0.55, 0.5, 1)),
        new Motion(new View(0.5, 0.5, 1.0), new View(0.52, 0.48, 1.1)),
        new Motion(new View(0.52, 0.49, 1.09), new View(0.5, 0.5, 1.0)),
        new Motion(new View(0.49, 0.49, 1.02), new View(0.51, 0.51, 1.05), Motion.Pace.EVEN));
  }

  @ParameterizedTest
  @MethodSource("moves")
  void framesMoveBySmallPartsOfAPixel(Motion move) {
    Storyboard storyboard = Storyboards.film(dot(), Aspect.SQUARE, 2, move);
    FramePainter painter = Storyboards.painter(storyboard);
    byte[] frame = new byte[FramePainter.bytes(Aspect.SQUARE.frame())];
    List<Double> across = new ArrayList<>();
    List<Double> down = new ArrayList<>();
    for (int number = 0; number < storyboard.frames(); number++) {
      painter.paint(number, frame);
      double[] middle = Jitter.middle(frame, SIDE, SIDE, GROUND);
      across.add(middle[0]);
      down.add(middle[1]);
    }

    assertThat(Math.hypot(Jitter.rms(across), Jitter.rms(down))).isLessThan(0.01);
  }

  /// A punch is too sudden for a curve to be fitted to it; where it has to be is known exactly.
  @Test
  void aPunchIsWhereItHasToBeInEveryFrame() {
    Motion punch =
        new Motion(new View(0.49, 0.49, 1), new View(0.51, 0.5, 1.13), Motion.Pace.PUNCH);
    Storyboard storyboard = Storyboards.film(dot(), Aspect.SQUARE, 1, punch);
    FramePainter painter = Storyboards.painter(storyboard);
    byte[] frame = new byte[FramePainter.bytes(Aspect.SQUARE.frame())];
    double squares = 0;
    for (int number = 0; number < storyboard.frames(); number++) {
      painter.paint(number, frame);
      double[] middle = Jitter.middle(frame, SIDE, SIDE, GROUND);
      View view = punch.at((double) number / (storyboard.frames() - 1));
      double scale = view.zoom() * SIDE / HEIGHT;
      double x = (SIDE - 1) / 2.0 + (DOT_X + 0.5 - view.x() * WIDTH) * scale;
      double y = (SIDE - 1) / 2.0 + (DOT_Y + 0.5 - view.y() * HEIGHT) * scale;
      squares += Math.pow(middle[0] - x, 2) + Math.pow(middle[1] - y, 2);
    }

    assertThat(Math.sqrt(squares / storyboard.frames())).isLessThan(0.01);
  }

  @Test
  void theDeliveredFilmMovesSmoothlyToo() throws InterruptedException, IOException {
    Motion move = new Motion(new View(0.45, 0.5, 1), new View(0.55, 0.5, 1.05));
    Storyboard storyboard = Storyboards.film(dot(), Aspect.SQUARE, 2, move);
    FfmpegConfig config = new FfmpegConfig(Optional.empty(), Tools.cache());
    Renderer renderer =
        new FfmpegRenderer(Tools.ffmpeg(), Typefaces.of(config), InstantSource.system());
    Deadline deadline = Deadline.in(Duration.ofMinutes(2), InstantSource.system());
    RenderOutcome outcome =
        renderer.render(storyboard, folder, Renderer.Progress.IGNORED, deadline);
    assertThat(outcome).isInstanceOf(RenderOutcome.Rendered.class);
    Path raw = folder.resolve("film.gray");
    Tools.run(
        "-i",
        Ffmpeg.local(folder.resolve("film.mp4")),
        "-vf",
        "extractplanes=y",
        "-f",
        "rawvideo",
        Ffmpeg.local(raw));

    byte[] frames = Files.readAllBytes(raw);
    List<Double> across = new ArrayList<>();
    for (int number = 0; number < storyboard.frames(); number++) {
      byte[] frame = Arrays.copyOfRange(frames, number * SIDE * SIDE, (number + 1) * SIDE * SIDE);
      across.add(Jitter.middle(frame, SIDE, SIDE, GROUND)[0]);
    }
    assertThat(Jitter.rms(across)).isLessThan(0.05);
  }

  /// A bell of light on a plain ground.
  private DecodedPhoto dot() {
    return Storyboards.photo(
        folder,
        WIDTH,
        HEIGHT,
        (x, y) -> {
          double distance = Math.hypot(x - DOT_X, y - DOT_Y) / 9;
          return GROUND + 170 * Math.exp(-distance * distance / 2);
        });
  }
}
