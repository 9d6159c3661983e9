package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Evidence;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Place;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The catalogue's facts, one after the other. Hours that are not well-formed do not get this far:
/// windows, seasons and sources are refused by the types that hold them.
class CatalogueTest {

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  private final Map<City, List<CatalogueLine>> lines = new EnumMap<>(City.class);

  CatalogueTest() {
    Arrays.stream(City.values())
        .forEach(city -> lines.put(city, Resources.jsonLines(city.file(), CatalogueLine.class)));
  }

  @Test
  void itHoldsTheSixCitiesPlaces() {
    assertThat(sizes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                City.SEOUL, 76,
                City.BUSAN, 75,
                City.JEJU, 42,
                City.GYEONGJU, 29,
                City.JEONJU, 28,
                City.GANGNEUNG, 27));
    assertThat(Catalogue.read().places()).hasSize(277);
  }

  @Test
  void everyPlaceLiesInsideItsCityAndInNoOther() {
    lines.forEach(
        (city, each) ->
            assertThat(each)
                .allSatisfy(
                    line ->
                        assertThat(citiesAround(line.place()))
                            .as(line.id())
                            .containsExactly(city)));
  }

  @Test
  void everyPlaceSaysItsCity() {
    lines.forEach(
        (city, each) ->
            assertThat(each)
                .allMatch(line -> city.isCalled(line.city()))
                .allMatch(line -> line.id().startsWith(city.file().replace(".jsonl", "-"))));
  }

  @Test
  void noPlaceIsThereTwice() {
    List<Place> places = Catalogue.read().places();
    Set<Object> seen = new HashSet<>();
    for (Place place : places) {
      assertThat(seen.add(place.id())).as(place.id().toString()).isTrue();
      assertThat(seen.add(place.names().local())).as(place.names().local()).isTrue();
    }
  }

  @Test
  void everyFactHasItsSourceAndADate() {
    assertThat(all())
        .allSatisfy(
            line -> {
              Set<String> facts = new HashSet<>(Set.of("exists", "position"));
              if (line.address() != null) {
                facts.add("address");
              }
              if (line.hours() != null) {
                facts.add("hours");
              }
              if (line.admission() != null) {
                facts.add("admission");
              }
              assertThat(line.sources().keySet()).as(line.id()).isEqualTo(facts);
              assertThat(line.sources().values())
                  .as(line.id())
                  .allSatisfy(
                      sources ->
                          assertThat(sources)
                              .isNotEmpty()
                              .allMatch(source -> ADDRESS.matcher(source).matches()));
            });
    assertThat(Catalogue.read().places())
        .allSatisfy(
            place -> {
              assertThat(place.source().fetchedAt()).isEqualTo("2026-11-01T00:00:00Z");
              assertThat(evidence(place)).allMatch(each -> each.readOn().equals("2026-11"));
            });
  }

  /// Of one that is shut on Mondays and has hours for Mondays one of the two is wrong.
  @Test
  void hoursDoNotContradictThemselves() {
    assertThat(Catalogue.read().places())
        .filteredOn(place -> place.hours() instanceof OpeningHours.Timetable)
        .allSatisfy(
            place -> {
              var hours = (OpeningHours.Timetable) place.hours();
              assertThat(hours.rules())
                  .as(place.id().id())
                  .allSatisfy(
                      rule -> {
                        assertThat(Collections.disjoint(rule.days(), hours.closedDays())).isTrue();
                        assertThat(rule.window().open()).isLessThan(24 * 60);
                        assertThat(rule.window().close() - rule.window().open())
                            .isBetween(60, 24 * 60);
                      });
            });
  }

  @Test
  void hoursAreKnownOfMostPlacesAndPricesOfSome() {
    List<Place> places = Catalogue.read().places();

    assertThat(places).filteredOn(place -> place.hours().evidence().isPresent()).hasSize(208);
    assertThat(places)
        .filteredOn(place -> place.hours() instanceof OpeningHours.Always)
        .hasSize(29);
    assertThat(places).filteredOn(place -> place.admission().isPresent()).hasSize(112);
  }

  private Map<City, Integer> sizes() {
    Map<City, Integer> sizes = new EnumMap<>(City.class);
    lines.forEach((city, each) -> sizes.put(city, each.size()));
    return sizes;
  }

  private Stream<CatalogueLine> all() {
    return lines.values().stream().flatMap(List::stream);
  }

  private static List<City> citiesAround(Place place) {
    return Arrays.stream(City.values())
        .filter(city -> city.area().contains(place.position()))
        .toList();
  }

  private static Stream<Evidence> evidence(Place place) {
    return Stream.concat(
        place.hours().evidence().stream(),
        place.admission().stream().map(admission -> admission.evidence()));
  }
}
