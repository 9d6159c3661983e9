package app.oddiya.adapters.redis.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.planning.MemoryPlaces;
import app.oddiya.apps.stores.junit.StoppableRedisExtension;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PlacesContract;
import app.oddiya.domain.testkit.story.Trips;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CachedPlacesTest implements PlacesContract {

  @RegisterExtension static final StoppableRedisExtension STORE = new StoppableRedisExtension();

  private static final Deadline LATER = new Deadline(Instant.parse("2100-01-01T00:00:00Z"));
  private static final GeoPoint CENTER = new GeoPoint(35.18, 129.08);
  private static final Area BUSAN =
      new Area(
          Optional.of(
              new LocalText(
                  "부산", Map.of(Language.EN, "Busan", Language.JA, "釜山", Language.ZH, "釜山"))),
          CENTER,
          20);
  private static final Place MUSEUM = Trips.museum("1", CENTER);
  private static final Place PARK = Trips.park("2", new GeoPoint(35.2, 129.1));
  private static final Place RESTAURANT = Trips.restaurant("3", new GeoPoint(35.21, 129.09));

  private final MemoryPlaces provider =
      new MemoryPlaces().knowing(BUSAN).knowing(MUSEUM).knowing(PARK).knowing(RESTAURANT);
  private final Caches caches = new Caches();
  private Shelf shelf;
  private Places places;

  /// Only now the store runs.
  @BeforeEach
  void connect() {
    shelf = caches.shelf(STORE.url());
    places = new CachedPlaces("memory", provider, shelf);
  }

  @AfterEach
  void close() {
    caches.close();
  }

  @Override
  public Places places() {
    return places;
  }

  @Test
  void whatWasAskedOnceIsKnownWithoutTheProvider() {
    PlaceQuery query = new PlaceQuery(Optional.of("place"), Optional.of(BUSAN), Optional.empty());
    Page.Request page = new Page.Request(2, Optional.empty());
    Optional<Area> area = places.area("Busan", LATER);
    List<Place> inside = places.in(BUSAN, LATER);
    List<Place> named = places.named("Place 1", LATER);
    FoundPlaces found = places.search(query, page, LATER);

    provider.goDown();

    assertThat(places.area("busan ", LATER)).isEqualTo(area).contains(BUSAN);
    assertThat(places.in(BUSAN, LATER)).isEqualTo(inside).containsExactly(MUSEUM, PARK, RESTAURANT);
    assertThat(places.named("PLACE 1", LATER)).isEqualTo(named).containsExactly(MUSEUM);
    assertThat(places.search(query, page, LATER)).isEqualTo(found);
    assertThat(found.page().items()).hasSize(2);
    assertThat(found.page().next()).isPresent();
  }

  @Test
  void whatWasShownIsFoundByItsIdInEveryProcess() {
    places.in(BUSAN, LATER);
    provider.goDown();
    Places other = new CachedPlaces("memory", provider, caches.shelf(STORE.url()));

    assertThat(places.find(PARK.id(), LATER)).contains(PARK);
    assertThat(other.find(MUSEUM.id(), LATER)).contains(MUSEUM);
    assertThat(other.refresh(RESTAURANT, LATER)).isEqualTo(new Refreshing.Fresh(RESTAURANT));
  }

  @Test
  void whatOneProviderAnsweredIsNoAnswerOfAnother() {
    places.in(BUSAN, LATER);
    Places empty = new CachedPlaces("another", new MemoryPlaces(), shelf);

    assertThat(empty.in(BUSAN, LATER)).isEmpty();
    assertThat(empty.area("Busan", LATER)).isEmpty();
  }

  @Test
  void aProviderThatIsDownIsDownForWhatNobodyAsked() {
    places.in(BUSAN, LATER);
    provider.goDown();

    assertThatThrownBy(() -> places.in(new Area(Optional.empty(), CENTER, 21), LATER))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> places.named("museum", LATER)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> places.area("Seoul", LATER)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> places.find(Trips.park("9", CENTER).id(), LATER))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void thatNothingWasFoundIsAskedAgain() {
    Place late = Trips.park("9", CENTER);
    assertThat(places.named("Place 9", LATER)).isEmpty();
    assertThat(places.find(late.id(), LATER)).isEmpty();
    assertThat(places.area("Seoul", LATER)).isEmpty();

    provider.knowing(late);
    provider.knowing(
        new Area(
            Optional.of(new LocalText("서울", Map.of(Language.EN, "Seoul"))),
            new GeoPoint(37.56, 126.97),
            20));

    assertThat(places.named("Place 9", LATER)).containsExactly(late);
    assertThat(places.find(late.id(), LATER)).contains(late);
    assertThat(places.area("Seoul", LATER)).isPresent();
  }

  @Test
  void everythingIsForgottenAfterADayAndSaysNothingOfWhatWasAskedFor() {
    places.area("Busan", LATER);
    places.in(BUSAN, LATER);
    places.named("Place 1", LATER);
    List<String> keys = shelf.cache().ask(connection -> connection.async().keys("*")).join();

    assertThat(keys)
        .hasSize(6)
        .allMatch(
            key -> key.matches("places:v1:(id:memory:[123]|memory:(area|in|named):[\\w-]{43})"))
        .allSatisfy(
            key ->
                assertThat(shelf.cache().ask(connection -> connection.async().ttl(key)).join())
                    .isBetween(1L, 86_400L));
  }

  @Test
  void whatCannotBeReadIsAskedForAgain() {
    places.in(BUSAN, LATER);
    shelf
        .cache()
        .ask(
            connection ->
                connection
                    .async()
                    .set(
                        "places:v1:id:" + PARK.id(),
                        "{\"id\":{}}".getBytes(StandardCharsets.UTF_8)))
        .join();

    assertThat(places.find(PARK.id(), LATER)).contains(PARK);
  }

  @Test
  void withoutRedisTheProviderIsAskedEveryTime() {
    places.in(BUSAN, LATER);
    STORE.stop();

    assertThat(places.in(BUSAN, LATER)).containsExactly(MUSEUM, PARK, RESTAURANT);
    assertThat(places.area("Busan", LATER)).contains(BUSAN);
    assertThat(places.named("Place 1", LATER)).containsExactly(MUSEUM);
    assertThat(places.find(PARK.id(), LATER)).contains(PARK);
    assertThat(
            places
                .search(
                    new PlaceQuery(Optional.of("place"), Optional.empty(), Optional.empty()),
                    new Page.Request(20, Optional.empty()),
                    LATER)
                .page()
                .items())
        .hasSize(3);
    provider.goDown();
    assertThatThrownBy(() -> places.in(BUSAN, LATER)).isInstanceOf(Unavailable.class);
  }
}
