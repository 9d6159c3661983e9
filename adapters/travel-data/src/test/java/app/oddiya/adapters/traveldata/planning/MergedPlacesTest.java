package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.planning.MemoryPlaces;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.Gathered;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Picture;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PlacesContract;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class MergedPlacesTest implements PlacesContract {

  private static final GeoPoint SOMEWHERE = new GeoPoint(35.1587, 129.1604);
  private static final Area AROUND = new Area(Optional.empty(), SOMEWHERE, 5);
  private static final Deadline AMPLE = new Deadline(SettableClock.A_MORNING.plusSeconds(60));
  private static final OpeningHours ALWAYS = new OpeningHours.Always(Trips.evidence());
  private static final OpeningHours NOT_KNOWN = new OpeningHours.Unpublished();

  private final SettableClock clock = new SettableClock();
  private final MemoryPlaces catalogue = new MemoryPlaces();
  private final MemoryPlaces tour = new MemoryPlaces();
  private final MemoryPlaces kakao = new MemoryPlaces();
  private final MergedPlaces merged = merged(Map.of());

  @Override
  public Places places() {
    return merged(Map.of("catalogue", new CataloguePlaces(Catalogue.read())));
  }

  @Test
  void onePlaceOfThreeProvidersIsThereOnceAndSaysWhatAnyOfThemKnows() {
    catalogue.knowing(
        place("catalogue:beach", "해운대해수욕장", Category.BEACH, 0, NOT_KNOWN, Optional.empty()));
    tour.knowing(
        place("tourapi:1", "해운대 해수욕장", Category.BEACH, 140, ALWAYS, Optional.of(picture())));
    kakao.knowing(place("kakao:1", "해운대해수욕장", Category.BEACH, 700, NOT_KNOWN, Optional.empty()));

    Place beach = one(merged.in(AROUND, AMPLE));
    assertThat(beach.id()).hasToString("catalogue:beach");
    assertThat(beach.position()).isEqualTo(SOMEWHERE);
    assertThat(beach.hours()).isEqualTo(ALWAYS);
    assertThat(beach.picture()).contains(picture());
    assertThat(beach.source().provider()).isEqualTo("catalogue");
  }

  @Test
  void whatThePreferredRecordSaysStays() {
    OpeningHours own = Trips.museum("m", SOMEWHERE).hours();
    catalogue.knowing(place("catalogue:m", "시립박물관", Category.MUSEUM, 0, own, Optional.empty()));
    tour.knowing(place("tourapi:2", "시립박물관", Category.MUSEUM, 20, ALWAYS, Optional.empty()));

    assertThat(one(merged.in(AROUND, AMPLE)).hours()).isEqualTo(own);
  }

  @Test
  void namesAreComparedWithoutRemarks() {
    tour.knowing(place("tourapi:3", "범어사 [유네스코]", Category.TEMPLE, 0, ALWAYS, Optional.empty()));
    kakao.knowing(place("kakao:3", "범어사", Category.TEMPLE, 90, NOT_KNOWN, Optional.empty()));

    assertThat(one(merged.in(AROUND, AMPLE)).id()).hasToString("tourapi:3");
  }

  @Test
  void placesThatOnlyLookAlikeStayTwo() {
    // A chain's two branches, a restaurant at a market, a palace and its museum.
    tour.knowing(place("tourapi:4", "교동짬뽕", Category.RESTAURANT, 0, NOT_KNOWN, Optional.empty()));
    kakao.knowing(place("kakao:4", "교동짬뽕", Category.RESTAURANT, 400, NOT_KNOWN, Optional.empty()));
    tour.knowing(place("tourapi:5", "해운대시장", Category.MARKET, 0, NOT_KNOWN, Optional.empty()));
    kakao.knowing(
        place("kakao:5", "해운대시장 횟집", Category.RESTAURANT, 10, NOT_KNOWN, Optional.empty()));
    tour.knowing(place("tourapi:6", "고궁", Category.PALACE, 0, NOT_KNOWN, Optional.empty()));
    kakao.knowing(place("kakao:6", "고궁박물관", Category.MUSEUM, 30, NOT_KNOWN, Optional.empty()));

    assertThat(merged.in(AROUND, AMPLE)).hasSize(6);
  }

  @Test
  void atTheSameDoorALongerNameIsOfTheSamePlace() {
    tour.knowing(place("tourapi:7", "부산 해운대시장", Category.MARKET, 0, NOT_KNOWN, Optional.empty()));
    kakao.knowing(place("kakao:7", "해운대시장", Category.MARKET, 30, NOT_KNOWN, Optional.empty()));

    assertThat(one(merged.in(AROUND, AMPLE)).id()).hasToString("tourapi:7");
  }

  @Test
  void twoRecordsOfOneProviderAreNeverMerged() {
    kakao.knowing(place("kakao:8", "분식집", Category.RESTAURANT, 0, NOT_KNOWN, Optional.empty()));
    kakao.knowing(place("kakao:9", "분식집", Category.RESTAURANT, 10, NOT_KNOWN, Optional.empty()));

    assertThat(merged.in(AROUND, AMPLE)).hasSize(2);
  }

  @Test
  void aProviderThatIsDownIsDoneWithoutAndNamed() {
    catalogue.knowing(place("catalogue:a", "가", Category.PARK, 0, ALWAYS, Optional.empty()));
    kakao.goDown();

    Gathered gathered = merged.gather(AROUND, AMPLE);
    assertThat(gathered.places()).hasSize(1);
    assertThat(gathered.silent()).containsExactly("kakao");
    assertThat(merged.named("가", AMPLE)).hasSize(1);
    FoundPlaces found = merged.search(query("가"), new Page.Request(5, Optional.empty()), AMPLE);
    assertThat(found.page().items()).hasSize(1);
    assertThat(found.silent()).containsExactly("kakao");

    kakao.comeBack();
    assertThat(merged.gather(AROUND, AMPLE).silent()).isEmpty();
    assertThat(merged.search(query("가"), new Page.Request(5, Optional.empty()), AMPLE).silent())
        .isEmpty();
  }

  @Test
  void nothingFoundWhileOneIsDownIsAnOutageAndNoEmptyAnswer() {
    tour.goDown();

    assertThatThrownBy(() -> merged.in(AROUND, AMPLE)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> merged.named("가나다", AMPLE)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> merged.area("Nowhere", AMPLE)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(
            () -> merged.search(query("가나다"), new Page.Request(5, Optional.empty()), AMPLE))
        .isInstanceOf(Unavailable.class);
    tour.comeBack();
    assertThat(merged.in(AROUND, AMPLE)).isEmpty();
    assertThat(merged.area("Nowhere", AMPLE)).isEmpty();
  }

  @Test
  void aPlaceIsFoundByItsOwnProviderAndFilledInByTourApi() {
    kakao.knowing(place("kakao:10", "해동용궁사", Category.TEMPLE, 0, NOT_KNOWN, Optional.empty()));
    tour.knowing(place("tourapi:10", "해동용궁사", Category.TEMPLE, 60, ALWAYS, Optional.of(picture())));
    PlaceId id = new PlaceId("kakao", "10");

    Place found = merged.find(id, AMPLE).orElseThrow();
    assertThat(found.id()).isEqualTo(id);
    assertThat(found.hours()).isEqualTo(ALWAYS);
    assertThat(merged.refresh(found, AMPLE)).isEqualTo(new Refreshing.Fresh(found));
    assertThat(merged.find(new PlaceId("nobody", "10"), AMPLE)).isEmpty();
  }

  @Test
  void whileTourApiIsDownWhatWasKnownOfAPlaceStays() {
    kakao.knowing(place("kakao:10", "해동용궁사", Category.TEMPLE, 0, NOT_KNOWN, Optional.empty()));
    tour.knowing(place("tourapi:10", "해동용궁사", Category.TEMPLE, 60, ALWAYS, Optional.empty()));
    Place held = merged.find(new PlaceId("kakao", "10"), AMPLE).orElseThrow();
    tour.goDown();

    assertThat(merged.refresh(held, AMPLE)).isEqualTo(new Refreshing.Fresh(held));
    assertThat(merged.find(held.id(), AMPLE).orElseThrow().hours()).isEqualTo(NOT_KNOWN);
    kakao.goDown();
    assertThatThrownBy(() -> merged.refresh(held, AMPLE)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aSearchIsPagedOverWhatAllOfThemFind() {
    for (int i = 0; i < 5; i++) {
      kakao.knowing(
          place("kakao:2" + i, "맛집" + i, Category.RESTAURANT, i, NOT_KNOWN, Optional.empty()));
      tour.knowing(
          place("tourapi:2" + i, "맛집" + i, Category.RESTAURANT, i, NOT_KNOWN, Optional.empty()));
    }
    List<String> seen = new ArrayList<>();
    Optional<Page.Cursor> after = Optional.empty();
    do {
      Page<Place> page = merged.search(query("맛집"), new Page.Request(2, after), AMPLE).page();
      page.items().forEach(place -> seen.add(place.id().toString()));
      after = page.next();
    } while (after.isPresent());

    assertThat(seen)
        .containsExactly("tourapi:20", "tourapi:21", "tourapi:22", "tourapi:23", "tourapi:24");
  }

  private MergedPlaces merged(Map<String, Places> instead) {
    SequencedMap<String, Places> providers = new LinkedHashMap<>();
    providers.put("catalogue", catalogue);
    providers.put("tourapi", tour);
    providers.put("kakao", kakao);
    providers.putAll(instead);
    return new MergedPlaces(providers, clock);
  }

  private static PlaceQuery query(String text) {
    return new PlaceQuery(Optional.of(text), Optional.of(AROUND), Optional.empty());
  }

  private static Place one(List<Place> places) {
    assertThat(places).hasSize(1);
    return places.getFirst();
  }

  private static Picture picture() {
    return Trips.picture();
  }

  /// @param meters east of [#SOMEWHERE]
  private static Place place(
      String id,
      String name,
      Category category,
      double meters,
      OpeningHours hours,
      Optional<Picture> picture) {
    PlaceId placeId = PlaceId.parse(id).orElseThrow();
    UsualVisit usual = UsualVisit.to(category);
    double degrees = meters / 111_195 / Math.cos(Math.toRadians(SOMEWHERE.lat()));
    return new Place(
        placeId,
        new LocalText(name, Map.of(Language.EN, "EN " + name)),
        category,
        usual.interests(),
        usual.setting(),
        new GeoPoint(SOMEWHERE.lat(), SOMEWHERE.lng() + degrees),
        Optional.empty(),
        hours,
        Optional.empty(),
        usual.minutes(),
        picture,
        new Source(placeId.provider(), placeId.id(), Trips.FETCHED));
  }
}
