package app.oddiya.domain.video.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CameraTest {

  static Stream<Arguments> everyShape() {
    List<DecodedPhoto> photos =
        Stream.of(
                Photos.LANDSCAPE,
                Photos.PORTRAIT,
                Photos.sized(2000, 2000),
                Photos.sized(8000, 1000),
                Photos.sized(500, 4000))
            .flatMap(
                photo ->
                    Stream.of(Focus.EVEN, new Focus(0, 0, 0), new Focus(1, 0.9, 0.2))
                        .map(focus -> Photos.focused(photo, focus)))
            .toList();
    return Stream.of(Aspect.values())
        .flatMap(aspect -> photos.stream().map(photo -> Arguments.of(aspect, photo)));
  }

  @ParameterizedTest
  @MethodSource("everyShape")
  void theFrameNeverLeavesThePhoto(Aspect aspect, DecodedPhoto photo) {
    Camera camera = new Camera(aspect, Template.BASIC.moves());
    double wide = Math.min(1, aspect.frame().ratio() / photo.ratio());
    double high = Math.min(1, photo.ratio() / aspect.frame().ratio());
    for (int number = 0; number < 4; number++) {
      for (int shot = 0; shot < 3; shot++) {
        Motion motion = camera.move(photo, number, shot, 100);
        for (double time = 0; time <= 1; time += 0.05) {
          View view = motion.at(time);
          assertThat(view.zoom()).isBetween(1.0, 1.5);
          assertThat(view.x())
              .isBetween(wide / view.zoom() / 2 - 1e-9, 1 - wide / view.zoom() / 2 + 1e-9);
          assertThat(view.y())
              .isBetween(high / view.zoom() / 2 - 1e-9, 1 - high / view.zoom() / 2 + 1e-9);
        }
      }
    }
  }

  @Test
  void aPhotoOfTheFramesShapeIsApproachedAndTheNextOneLeft() {
    Camera camera = new Camera(Aspect.PORTRAIT, Template.BASIC.moves());

    Motion first = camera.move(Photos.PORTRAIT, 0, 0, 90);
    Motion second = camera.move(Photos.PORTRAIT, 1, 0, 90);

    assertThat(first.to().zoom()).isGreaterThan(first.from().zoom());
    assertThat(second.to().zoom()).isLessThan(second.from().zoom());
  }

  @Test
  void aLandscapeInAPortraitFrameIsTravelledAlongAtAnUnhurriedPace() {
    Motion motion =
        new Camera(Aspect.PORTRAIT, Template.BASIC.moves()).move(Photos.LANDSCAPE, 0, 0, 90);

    assertThat(motion.to().zoom()).isEqualTo(motion.from().zoom());
    double framesTravelled =
        (motion.to().x() - motion.from().x()) / (Aspect.PORTRAIT.frame().ratio() / (4.0 / 3));
    assertThat(framesTravelled).isBetween(0.2, 0.3);
  }

  @Test
  void theCameraGoesWhereTheDetailIs() {
    DecodedPhoto lighthouseOnTheRight = Photos.focused(Photos.LANDSCAPE, new Focus(0.8, 0.5, 0.1));

    Motion motion =
        new Camera(Aspect.PORTRAIT, Template.BASIC.moves()).move(lighthouseOnTheRight, 0, 0, 90);

    assertThat((motion.from().x() + motion.to().x()) / 2).isGreaterThan(0.65);
  }

  @Test
  void aMoveBeginsAndEndsMoreSlowlyThanItGoes() {
    Motion motion = new Motion(new View(0.4, 0.5, 1), new View(0.6, 0.5, 1));

    double atFirst = motion.at(0.1).x() - motion.at(0).x();
    double halfway = motion.at(0.55).x() - motion.at(0.45).x();
    assertThat(atFirst).isPositive().isLessThan(halfway);
    assertThat(motion.at(1)).isEqualTo(new View(0.6, 0.5, 1));
  }
}
