package app.oddiya.domain.video.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.oddiya.domain.shared.GeoPoint;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectorTest {

  private static final GeoPoint HAEUNDAE = new GeoPoint(35.1587, 129.1604);
  private static final GeoPoint GAMCHEON = new GeoPoint(35.0975, 129.0106);

  private static final TripOutline BUSAN = trip(Locale.KOREAN);

  @Test
  void photosAppearByTheTimeTheyWereTaken() {
    Cut cut =
        untitled()
            .cut(
                List.of(
                    Photos.at(Photos.named("late"), "2026-05-03T18:00"),
                    Photos.at(Photos.named("early"), "2026-05-03T08:00"),
                    Photos.at(Photos.named("noon"), "2026-05-03T12:00")));

    assertThat(order(cut)).containsExactly("early", "noon", "late");
  }

  @Test
  void aPhotoWithoutATimeStaysBehindTheOneItWasGivenAfter() {
    Cut cut =
        untitled()
            .cut(
                List.of(
                    Photos.named("first"),
                    Photos.at(Photos.named("late"), "2026-05-03T18:00"),
                    Photos.named("after late"),
                    Photos.at(Photos.named("early"), "2026-05-03T08:00")));

    assertThat(order(cut)).containsExactly("first", "early", "late", "after late");
  }

  @Test
  void clocksOfSeveralZonesAreComparedAsInstantsWhenAllOfThemSayTheirs() {
    DecodedPhoto seoul =
        Photos.offset(Photos.at(Photos.named("seoul"), "2026-05-03T09:00"), "+09:00");
    DecodedPhoto paris =
        Photos.offset(Photos.at(Photos.named("paris"), "2026-05-03T03:00"), "+02:00");

    assertThat(order(untitled().cut(List.of(paris, seoul)))).containsExactly("seoul", "paris");
  }

  @Test
  void thePlaceIsWrittenOnlyWhereItChanges() {
    Cut cut =
        director(Optional.of(BUSAN))
            .cut(
                List.of(
                    taken("2026-05-03T09:10", HAEUNDAE),
                    taken("2026-05-03T09:20", HAEUNDAE),
                    taken("2026-05-03T12:00", new GeoPoint(35.13, 129.09)),
                    taken("2026-05-03T12:01", HAEUNDAE),
                    taken("2026-05-03T13:10", GAMCHEON)));

    assertThat(cut.storyboard().scenes().stream().map(scene -> scene.caption().map(Caption::text)))
        .containsExactly(
            Optional.of("해운대해수욕장"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("감천문화마을"));
    assertThat(cut.uses())
        .containsExactly(
            new PhotoUse.Used(Optional.of("s1")),
            new PhotoUse.Used(Optional.of("s1")),
            new PhotoUse.Used(Optional.empty()),
            new PhotoUse.Used(Optional.of("s1")),
            new PhotoUse.Used(Optional.of("s2")));
  }

  @Test
  void aNameOutlastsShortScenesButNotThePlace() {
    List<DecodedPhoto> photos = new ArrayList<>();
    for (int minute = 0; minute < 7; minute++) {
      photos.add(taken("2026-05-03T09:1" + minute, HAEUNDAE));
    }
    photos.add(taken("2026-05-03T13:10", GAMCHEON));
    photos.add(taken("2026-05-03T13:50", new GeoPoint(35.2, 129.2)));
    for (int minute = 0; minute < 7; minute++) {
      photos.add(taken("2026-05-03T14:1" + minute, new GeoPoint(35.2, 129.2)));
    }

    List<Scene> scenes = director(Optional.of(BUSAN)).cut(photos).storyboard().scenes();

    assertThat(scenes.getFirst().caption().map(Caption::frames)).contains(96);
    assertThat(scenes.get(7).caption().map(Caption::frames)).contains(scenes.get(7).frames());
  }

  @Test
  void otherLanguagesReadTheirNameAboveThePlacesOwn() {
    Cut cut =
        director(Optional.of(trip(Locale.ENGLISH)))
            .cut(List.of(taken("2026-05-03T09:10", HAEUNDAE), taken("2026-05-03T13:10", GAMCHEON)));

    assertThat(cut.storyboard().scenes().getFirst().caption())
        .contains(new Caption("Haeundae Beach", Optional.of("해운대해수욕장"), 96));
  }

  @Test
  void theTripsTitleAndDatesOpenTheFilmUnlessAnotherTitleIsGiven() {
    assertThat(director(Optional.of(BUSAN)).cut(Photos.many(3)).storyboard().title())
        .contains(new Title("부산 사흘", Optional.of("2026.05.03 – 05.05")));

    FilmRequest own =
        new FilmRequest(
            Template.BASIC,
            Aspect.SQUARE,
            15,
            Optional.of("우리의 봄"),
            Optional.of(BUSAN),
            new Soundtrack.Silence());
    assertThat(new Director(own).cut(Photos.many(3)).storyboard().title().map(Title::text))
        .contains("우리의 봄");
    assertThat(untitled().cut(Photos.many(3)).storyboard().title()).isEmpty();
  }

  @Test
  void whatDoesNotFitTheLengthIsLeftOutEvenlyAndSaid() {
    FilmRequest fifteenSeconds =
        new FilmRequest(
            Template.BASIC,
            Aspect.PORTRAIT,
            15,
            Optional.empty(),
            Optional.empty(),
            new Soundtrack.Composed(Track.DAYBREAK));
    Cut cut = new Director(fifteenSeconds).cut(Photos.many(60));

    assertThat(cut.uses()).hasSize(60);
    assertThat(cut.uses().stream().filter(PhotoUse.Used.class::isInstance)).hasSize(18);
    assertThat(cut.uses().getFirst()).isInstanceOf(PhotoUse.Used.class);
    assertThat(cut.uses().getLast()).isInstanceOf(PhotoUse.Used.class);
    assertThat(cut.uses()).contains(new PhotoUse.LeftOut(PhotoRefusal.TOO_MANY_FOR_LENGTH));
  }

  @Test
  void aDayIsGoneBeforeTheWayIsDrawn() {
    List<Scene> scenes = twoDaysOfPrints(30);

    Scene day = scenes.get(scenes.size() - 2);
    Scene way = scenes.getLast();
    assertThat(day.card().orElseThrow()).isInstanceOf(Card.Day.class);
    assertThat(way.card().orElseThrow()).isInstanceOf(Card.Route.class);
    assertThat(day.firstFrame() + day.card().orElseThrow().frames())
        .isLessThanOrEqualTo(way.firstFrame() + way.fadeIn());
  }

  @Test
  void aWayThatNobodyCouldFollowIsNotDrawn() {
    List<Scene> scenes = twoDaysOfPrints(15);

    assertThat(scenes).extracting(Scene::card).noneMatch(DirectorTest::isWay);
    Scene day = scenes.get(scenes.size() - 2);
    assertThat(day.card().orElseThrow().frames()).isGreaterThan(day.frames());
  }

  private static boolean isWay(Optional<Card> card) {
    return card.filter(Card.Route.class::isInstance).isPresent();
  }

  private static List<Scene> twoDaysOfPrints(int seconds) {
    Template polaroid = Template.of("polaroid").orElseThrow();
    FilmRequest request =
        new FilmRequest(
            polaroid,
            Aspect.PORTRAIT,
            seconds,
            Optional.empty(),
            Optional.of(BUSAN),
            new Soundtrack.Composed(polaroid.track()));
    List<DecodedPhoto> photos = new ArrayList<>();
    photos.addAll(Collections.nCopies(5, taken("2026-05-03T10:00", HAEUNDAE)));
    photos.addAll(Collections.nCopies(5, taken("2026-05-03T14:00", GAMCHEON)));
    photos.addAll(Collections.nCopies(2, Photos.at(Photos.LANDSCAPE, "2026-05-04T10:00")));
    return new Director(request).cut(photos).storyboard().scenes();
  }

  @Test
  void onePhotoIsNoFilm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> untitled().cut(Photos.many(1)))
        .withMessage("photos: 1 (expected: >= 2)");
  }

  private static Director untitled() {
    return director(Optional.empty());
  }

  private static Director director(Optional<TripOutline> trip) {
    return new Director(
        new FilmRequest(
            Template.BASIC,
            Aspect.PORTRAIT,
            15,
            Optional.empty(),
            trip,
            new Soundtrack.Composed(Track.DAYBREAK)));
  }

  private static List<String> order(Cut cut) {
    return cut.storyboard().scenes().stream()
        .map(Scene::photo)
        .map(DecodedPhoto::pixels)
        .map(Path::toString)
        .distinct()
        .toList();
  }

  private static DecodedPhoto taken(String time, GeoPoint position) {
    return Photos.in(Photos.at(Photos.LANDSCAPE, time), position);
  }

  private static TripOutline trip(Locale language) {
    return new TripOutline(
        "부산 사흘",
        language,
        ZoneId.of("Asia/Seoul"),
        LocalDate.parse("2026-05-03"),
        LocalDate.parse("2026-05-05"),
        List.of(
            stop("s1", "Haeundae Beach", "해운대해수욕장", "09:00", "11:00", HAEUNDAE),
            stop("s2", "Gamcheon Culture Village", "감천문화마을", "13:00", "15:00", GAMCHEON)),
        Map.of());
  }

  private static TripStop stop(
      String id, String name, String localName, String arrive, String depart, GeoPoint position) {
    return new TripStop(
        id,
        name,
        localName,
        LocalDate.parse("2026-05-03"),
        LocalTime.parse(arrive),
        LocalTime.parse(depart),
        position);
  }
}
