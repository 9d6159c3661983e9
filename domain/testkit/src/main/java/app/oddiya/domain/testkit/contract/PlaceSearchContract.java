package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [PlaceSearch] does. The search under test knows at least two places [#AROUND] the
/// middle of Busan, not all of one category, and at most a hundred.
public interface PlaceSearchContract {

  Area AROUND = new Area(Optional.empty(), new GeoPoint(35.1796, 129.0756), 20);

  PlaceSearch search();

  @Test
  default void aCircleIsSearchedFromItsMiddleOutwards() {
    List<Place> found = around();

    assertThat(found).hasSizeGreaterThan(1).allMatch(each -> AROUND.contains(each.position()));
    assertThat(found)
        .isSortedAccordingTo(
            Comparator.comparingDouble(each -> AROUND.center().metersTo(each.position())));
  }

  @Test
  default void aPlaceIsFoundByItsNameInAnyLanguageWhateverTheCase() {
    Place one = around().getFirst();

    assertThat(one.names().all())
        .allSatisfy(
            name -> {
              assertThat(all(called(name))).contains(one);
              assertThat(all(called(name.toUpperCase(Locale.ROOT)))).contains(one);
            });
  }

  @Test
  default void aCategoryLeavesOutEveryOther() {
    Category category = around().getFirst().category();
    List<Place> found =
        all(new PlaceQuery(Optional.empty(), Optional.of(AROUND), Optional.of(category)));

    assertThat(found)
        .isEqualTo(around().stream().filter(each -> each.category() == category).toList());
    assertThat(around()).anyMatch(each -> each.category() != category);
  }

  @Test
  default void everythingThatIsGivenHasToHold() {
    Place one = around().getFirst();
    Optional<String> name = Optional.of(one.names().local());
    Area elsewhere = new Area(Optional.empty(), new GeoPoint(33.0, 126.0), 1);

    assertThat(all(new PlaceQuery(name, Optional.of(AROUND), Optional.of(one.category()))))
        .contains(one);
    assertThat(all(new PlaceQuery(name, Optional.of(elsewhere), Optional.empty()))).isEmpty();
  }

  @Test
  default void aNameThatNobodyBearsFindsNothing() {
    for (String unknown : List.of("Neuschwanstein", "?!")) {
      assertThat(all(called(unknown))).as(unknown).isEmpty();
    }
  }

  @Test
  default void pagesOfAnswersFollowOneAnotherWithoutGapOrRepeat() {
    var query = new PlaceQuery(Optional.empty(), Optional.of(AROUND), Optional.empty());

    List<Place> read = new ArrayList<>();
    Page<Place> page = page(query, 1, Optional.empty());
    read.addAll(page.items());
    while (page.next().isPresent()) {
      page = page(query, 1, page.next());
      assertThat(page.items()).hasSize(1);
      read.addAll(page.items());
    }

    assertThat(read).isEqualTo(around());
  }

  @Test
  default void aCursorOfAnotherSearchIsAsGoodAsAnEmptyList() {
    var query = new PlaceQuery(Optional.empty(), Optional.of(AROUND), Optional.empty());

    for (String foreign : List.of("", "tomorrow", "=", "-1", "memory:nowhere", "9".repeat(60))) {
      Page<Place> page = page(query, 20, Optional.of(new Page.Cursor(foreign)));
      assertThat(page.items()).as(foreign).isEmpty();
      assertThat(page.next()).as(foreign).isEmpty();
    }
  }

  private List<Place> around() {
    return all(new PlaceQuery(Optional.empty(), Optional.of(AROUND), Optional.empty()));
  }

  private static PlaceQuery called(String name) {
    return new PlaceQuery(Optional.of(name), Optional.empty(), Optional.empty());
  }

  private List<Place> all(PlaceQuery query) {
    return page(query, 100, Optional.empty()).items();
  }

  private Page<Place> page(PlaceQuery query, int limit, Optional<Page.Cursor> after) {
    FoundPlaces found = search().search(query, new Page.Request(limit, after), Deadlines.ample());
    assertThat(found.silent()).isEmpty();
    return found.page();
  }
}
