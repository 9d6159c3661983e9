package app.oddiya.domain.video.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CutListTest {

  private static final Soundtrack MUSIC = new Soundtrack.Composed(Track.DAYBREAK);

  static Stream<Arguments> everyLengthAndCount() {
    return Stream.of(15, 30, 60)
        .flatMap(
            seconds ->
                IntStream.rangeClosed(2, Math.min(60, Template.BASIC.room(seconds)))
                    .boxed()
                    .flatMap(
                        photos ->
                            Stream.of(true, false)
                                .map(titled -> Arguments.of(seconds, photos, titled))));
  }

  @ParameterizedTest
  @MethodSource("everyLengthAndCount")
  void scenesFillTheFilmToTheFrame(int seconds, int photos, boolean titled) {
    List<Shot> shots = new CutList(request(seconds, MUSIC), titled, Set.of()).shots(photos);

    int end = 0;
    for (Shot shot : shots) {
      assertThat(shot.firstFrame()).isEqualTo(end - shot.fadeIn());
      end = shot.firstFrame() + shot.frames();
    }
    assertThat(end).isEqualTo(seconds * 30);
    assertThat(shots.stream().map(Shot::photo).distinct()).hasSize(photos);
  }

  @ParameterizedTest
  @MethodSource("everyLengthAndCount")
  void noSceneIsTooShortToSeeOrTooLongToBear(int seconds, int photos, boolean titled) {
    List<Shot> shots = new CutList(request(seconds, MUSIC), titled, Set.of()).shots(photos);

    assertThat(shots)
        .allSatisfy(
            shot -> {
              assertThat(shot.frames()).isGreaterThanOrEqualTo(23);
              assertThat(shot.frames()).isLessThanOrEqualTo(200 + 16);
              assertThat(3 * shot.fadeIn()).isLessThanOrEqualTo(shot.frames());
            });
  }

  @Test
  void cutsFallOnBeatsWhenThereIsTimeForIt() {
    List<Shot> shots = new CutList(request(30, MUSIC), true, Set.of()).shots(10);

    assertThat(shots.stream().skip(1))
        .allMatch(shot -> (shot.firstFrame() + shot.fadeIn() / 2) % 20 == 0);
  }

  @Test
  void withoutMusicAllScenesAreAsLong() {
    List<Shot> shots = new CutList(request(30, new Soundtrack.Silence()), false, Set.of()).shots(9);

    assertThat(shots.stream().skip(1).limit(7).map(Shot::frames)).containsOnly(116);
  }

  @Test
  void theTitleGivesTheFirstPhotoMoreTime() {
    List<Shot> shots = new CutList(request(30, MUSIC), true, Set.of()).shots(10);

    assertThat(shots.getFirst().frames()).isGreaterThan(shots.get(1).frames());
  }

  @Test
  void twoPhotosInAMinuteAreShownInSeveralShotsEach() {
    List<Shot> shots = new CutList(request(60, MUSIC), false, Set.of()).shots(2);

    assertThat(shots).hasSize(10);
    assertThat(shots.stream().map(Shot::ofPhoto).limit(5)).containsExactly(0, 1, 2, 3, 4);
  }

  private static FilmRequest request(int seconds, Soundtrack soundtrack) {
    return new FilmRequest(
        Template.BASIC, Aspect.PORTRAIT, seconds, Optional.empty(), Optional.empty(), soundtrack);
  }
}
