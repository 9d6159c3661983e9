package app.oddiya.domain.video.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CardsTest {

  /// Of the template `basic`: a photo's into the next, and that of words.
  private static final int FADES = 16 + 12;

  private static final LocalDate SUNDAY = LocalDate.parse("2026-05-03");
  private static final LocalDate MONDAY = SUNDAY.plusDays(1);
  private static final TripWeather RAIN = new TripWeather(12, 17.6, true);
  private static final TripStop BEACH = stop("s1", "Haeundae Beach", "해운대해수욕장", 35.1587);
  private static final TripStop VILLAGE = stop("s2", "Gamcheon Village", "감천문화마을", 35.0975);

  @Test
  void eachDayIsSetOverItsFirstPhotoWithItsWeatherWhereThatIsKnown() {
    List<Optional<Card>> cards =
        cards(Locale.KOREAN, false).of(List.of(on(SUNDAY), on(SUNDAY), on(MONDAY)), false);

    assertThat(cards)
        .containsExactly(
            Optional.of(
                new Card.Day(Optional.of("1일차"), "5월 3일 일요일", Optional.empty(), 72 + FADES)),
            Optional.empty(),
            Optional.of(
                new Card.Day(Optional.of("2일차"), "5월 4일 월요일", Optional.of(RAIN), 72 + FADES)));
  }

  @Test
  void aDayWaitsForAPhotoThatHasNoTitleOverIt() {
    List<Optional<Card>> cards =
        cards(Locale.ENGLISH, false).of(List.of(on(SUNDAY), on(SUNDAY), on(MONDAY)), true);

    assertThat(cards.getFirst()).isEmpty();
    assertThat(cards.get(1).map(card -> ((Card.Day) card).date())).contains("Sunday, May 3");
    assertThat(cards.get(2).flatMap(card -> ((Card.Day) card).heading())).contains("Day 2");
  }

  @Test
  void everyLanguageOfTheAppHasItsOwnDates() {
    assertThat(date(Locale.JAPANESE)).isEqualTo("5月3日 日曜日");
    assertThat(date(Locale.CHINESE)).isEqualTo("5月3日 星期日");
    assertThat(date(Locale.FRENCH)).isEqualTo("Sunday, May 3");
  }

  @Test
  void aPhotoOfUnknownOrAnotherTimeStartsNoDay() {
    Cards.Shown unknown = new Cards.Shown(Optional.empty(), Optional.empty());

    assertThat(cards(Locale.KOREAN, false).of(List.of(unknown, on(MONDAY.plusDays(9))), false))
        .containsOnly(Optional.empty());
  }

  @Test
  void theWayIsDrawnOverTheLastPhotoThroughThePlacesThatAreShown() {
    List<Cards.Shown> shown = List.of(at(BEACH), at(BEACH), at(VILLAGE), at(BEACH), at(BEACH));

    List<Optional<Card>> cards = cards(Locale.ENGLISH, true).of(shown, true);

    Card.Route route = (Card.Route) cards.getLast().orElseThrow();
    assertThat(route.places().stream().map(Card.Place::name))
        .containsExactly("Haeundae Beach", "Gamcheon Village", "Haeundae Beach");
  }

  @Test
  void onePlaceIsNoWay() {
    assertThat(
            cards(Locale.KOREAN, true).of(List.of(at(BEACH), at(BEACH), at(BEACH)), true).getLast())
        .isEmpty();
  }

  @Test
  void manyDaysOfAShortFilmAreToldFaster() {
    TripOutline week =
        new TripOutline(
            "부산",
            Locale.KOREAN,
            ZoneId.of("Asia/Seoul"),
            SUNDAY,
            SUNDAY.plusDays(6),
            List.of(BEACH),
            Map.of());
    List<Cards.Shown> shown = IntStream.range(0, 3).mapToObj(i -> on(SUNDAY.plusDays(i))).toList();

    assertThat(new Cards(week, Template.BASIC, 450).of(shown, false))
        .allSatisfy(card -> assertThat(card.orElseThrow().frames()).isEqualTo(50 + FADES));
    assertThat(new Cards(week, Template.BASIC, 1800).of(shown, false))
        .allSatisfy(card -> assertThat(card.orElseThrow().frames()).isEqualTo(72 + FADES));
  }

  private static String date(Locale language) {
    return cards(language, false)
        .of(List.of(on(SUNDAY)), false)
        .getFirst()
        .map(card -> ((Card.Day) card).date())
        .orElseThrow();
  }

  private static Cards.Shown on(LocalDate date) {
    return new Cards.Shown(Optional.of(date), Optional.empty());
  }

  private static Cards.Shown at(TripStop stop) {
    return new Cards.Shown(Optional.of(stop.date()), Optional.of(stop));
  }

  private static Cards cards(Locale language, boolean routed) {
    return new Cards(
        new TripOutline(
            "부산",
            language,
            ZoneId.of("Asia/Seoul"),
            SUNDAY,
            MONDAY,
            List.of(BEACH, VILLAGE),
            Map.of(MONDAY, RAIN)),
        routed ? Template.of("panorama").orElseThrow() : Template.BASIC,
        450);
  }

  private static TripStop stop(String id, String name, String localName, double lat) {
    return new TripStop(
        id,
        name,
        localName,
        SUNDAY,
        LocalTime.parse("09:00"),
        LocalTime.parse("11:00"),
        new GeoPoint(lat, 129.1));
  }
}
