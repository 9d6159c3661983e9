package app.oddiya.domain.video.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CulledTest {

  private static final Glance.Tone GREY = new Glance.Tone(120, 128, 128);
  private static final LocalDateTime NOON = LocalDateTime.parse("2026-05-03T12:00:00");

  @Test
  void ofTwoThatShowTheSameTheSharperStays() {
    List<DecodedPhoto> photos = unlike(6);
    photos.add(like(0, 3, 0.9, NOON.plusHours(2)));

    assertThat(reasons(photos, 15)).containsExactly("duplicate", "", "", "", "", "", "");
  }

  @Test
  void whatIsAlikeOnlyInABurstIsTheSameOnlyInABurst() {
    List<DecodedPhoto> photos = unlike(6);
    photos.add(like(0, 10, 0.4, NOON.plusSeconds(8)));
    photos.add(like(1, 10, 0.4, NOON.plusHours(2)));

    assertThat(reasons(photos, 15)).containsExactly("", "", "", "", "", "", "duplicate", "");
  }

  @Test
  void theSamePatternInOtherColoursIsAnotherPicture() {
    List<DecodedPhoto> photos = unlike(6);
    Glance first = photos.getFirst().glance().orElseThrow();
    photos.add(
        photo(new Glance(first.pattern(), new Glance.Tone(120, 160, 100), 0.5), Optional.empty()));

    assertThat(reasons(photos, 15)).containsOnly("");
  }

  @Test
  void whatIsBlurredGoesTheWorstFirstAndOnlyAsLongAsThereArePlenty() {
    List<DecodedPhoto> photos = unlike(2);
    for (double sharpness : new double[] {0.14, 0.09, 0.12, 0.17}) {
      photos.add(blurred(photos.size(), sharpness));
    }

    // Fifteen seconds take three photos, thirty take five.
    assertThat(reasons(photos, 15)).containsExactly("", "", "blurred", "blurred", "blurred", "");
    assertThat(reasons(photos, 30)).containsExactly("", "", "", "blurred", "", "");
    assertThat(reasons(photos, 60)).containsOnly("");
  }

  @Test
  void ofFewPhotosAllStay() {
    DecodedPhoto photo = unlike(1).getFirst();

    assertThat(reasons(List.of(photo, photo, photo), 15)).containsOnly("");
  }

  @Test
  void aPhotoThatNobodyHasLookedAtStays() {
    assertThat(reasons(Photos.many(10), 15)).containsOnly("");
  }

  @Test
  void whatBecomesOfAllIsSaidInTheirOrder() {
    List<DecodedPhoto> photos = unlike(4);
    photos.add(1, like(0, 1, 0.2, NOON));
    PhotoUse.Used used = new PhotoUse.Used(Optional.of("s1"));

    Culled culled = Culled.of(photos, request(15));

    assertThat(culled.kept()).hasSize(4);
    assertThat(culled.uses(List.of(used, used, used, used)))
        .containsExactly(used, new PhotoUse.LeftOut(PhotoRefusal.DUPLICATE), used, used, used);
  }

  private static List<String> reasons(List<DecodedPhoto> photos, int seconds) {
    return Culled.of(photos, request(seconds)).refusals().stream()
        .map(refusal -> refusal.map(PhotoRefusal::wire).orElse(""))
        .toList();
  }

  private static FilmRequest request(int seconds) {
    return new FilmRequest(
        Template.BASIC,
        Aspect.PORTRAIT,
        seconds,
        Optional.empty(),
        Optional.empty(),
        new Soundtrack.Silence());
  }

  private static List<DecodedPhoto> unlike(int count) {
    return new ArrayList<>(
        IntStream.range(0, count)
            .mapToObj(i -> photo(new Glance(pattern(i), GREY, 0.5), Optional.of(NOON)))
            .toList());
  }

  private static DecodedPhoto blurred(int number, double sharpness) {
    return photo(new Glance(pattern(number), GREY, sharpness), Optional.empty());
  }

  /// One like photo `number`, but for some signs.
  private static DecodedPhoto like(int number, int signs, double sharpness, LocalDateTime at) {
    long other = pattern(number) ^ ((1L << signs) - 1);
    return photo(new Glance(other, GREY, sharpness), Optional.of(at));
  }

  private static long pattern(int number) {
    return 0x9e3779b97f4a7c15L * (number + 1);
  }

  private static DecodedPhoto photo(Glance glance, Optional<LocalDateTime> takenAt) {
    DecodedPhoto plain = Photos.LANDSCAPE;
    return new DecodedPhoto(
        plain.pixels(),
        plain.width(),
        plain.height(),
        takenAt,
        plain.offset(),
        plain.position(),
        plain.focus(),
        Optional.of(glance));
  }
}
