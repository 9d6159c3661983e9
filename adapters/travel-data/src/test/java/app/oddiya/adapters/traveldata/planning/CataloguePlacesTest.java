package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.testkit.contract.PlacesContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CataloguePlacesTest implements PlacesContract {

  private static final Deadline AMPLE = new Deadline(Instant.MAX);

  private final Places places = new CataloguePlaces(Catalogue.read());

  @Override
  public Places places() {
    return places;
  }

  @Test
  void theSixCitiesAreKnownByTheNamesThatPeopleGiveThem() {
    Map.of(
            "Seoul", List.of("seoul", "서울특별시", "ソウル", "首尔", "Seoul, South Korea", "대한민국 서울"),
            "Busan", List.of("부산", "釜山", "Pusan", "Busan, Korea"),
            "Jeju", List.of("Jeju Island", "Jeju-do", "제주도", "済州島", "济州岛"),
            "Gyeongju", List.of("경주시", "慶州", "庆州"),
            "Jeonju", List.of("전주", "全州"),
            "Gangneung", List.of("강릉", "江陵", "Gangneung"))
        .forEach(
            (city, names) ->
                assertThat(names)
                    .allSatisfy(
                        name ->
                            assertThat(places.area(name, AMPLE))
                                .as(name)
                                .isEqualTo(places.area(city, AMPLE))
                                .isPresent()));
  }

  @Test
  void aPlaceIsFoundByWhatPeopleCallIt() {
    assertThat(first("Gyeongbokgung")).isEqualTo("seoul-gyeongbokgung");
    assertThat(first("경복궁")).isEqualTo("seoul-gyeongbokgung");
    assertThat(first("景福宮")).isEqualTo("seoul-gyeongbokgung");
    assertThat(first("haeundae beach")).isEqualTo("busan-haeundae-beach");
    assertThat(first("the Gamcheon Culture Village in Busan"))
        .isEqualTo("busan-gamcheon-culture-village");
  }

  @Test
  void whatPeopleMisspellIsOfferedAsItIsSpelled() {
    Map.of(
            "Soeul", "Seoul",
            "Gyongju", "Gyeongju",
            "서욿", "서울",
            "강능시", "강릉시")
        .forEach(
            (misspelled, name) ->
                assertThat(places.areasSpelledLike(misspelled, AMPLE))
                    .as(misspelled)
                    .startsWith(name));
    Map.of(
            "경복긍", "경복궁",
            "Gyeongbukgung Palace", "Gyeongbokgung Palace",
            "Haeundea", "Haeundae",
            "景福営", "景福宮")
        .forEach(
            (misspelled, name) ->
                assertThat(places.placesSpelledLike(misspelled, AMPLE))
                    .as(misspelled)
                    .contains(name));
  }

  private String first(String text) {
    return places.named(text, AMPLE).stream().findFirst().map(Place::id).orElseThrow().id();
  }
}
