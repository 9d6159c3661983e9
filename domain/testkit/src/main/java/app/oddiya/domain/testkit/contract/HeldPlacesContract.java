package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What every [HeldPlaces] does.
public interface HeldPlacesContract {

  UserId OWNER = new UserId(41);
  GeoPoint HERE = new GeoPoint(35.1796, 129.0756);

  /// An empty store, the same one throughout a test.
  HeldPlaces places();

  /// Of the same store.
  Plans plans();

  @Test
  default void whatWasShownIsFoundExactlyAndNothingElse() {
    Place museum = Trips.museum("museum", HERE);
    Place park = Trips.park("park", HERE);
    Place cafe =
        new Place(
            new PlaceId("memory", "Cafe_9"),
            museum.names(),
            museum.category(),
            Set.of(),
            museum.setting(),
            HERE,
            Optional.empty(),
            new OpeningHours.Unpublished(),
            Optional.empty(),
            25,
            Optional.empty(),
            new Source("memory", "Cafe_9", Trips.FETCHED));

    remember(museum, park, cafe);

    assertThat(find("museum", "Cafe_9", "nowhere"))
        .isEqualTo(Map.of(museum.id(), museum, cafe.id(), cafe));
    assertThat(places().find(Set.of(), Deadlines.ample())).isEmpty();
  }

  @Test
  default void nothingShownIsNothingToHold() {
    remember();

    assertThat(find("museum")).isEmpty();
  }

  @Test
  default void theRecordFetchedLastStays() {
    Place old = Trips.museum("museum", HERE);
    Place young = later(Trips.park("museum", HERE));

    remember(old);
    remember(young);
    assertThat(find("museum").values()).containsExactly(young);

    remember(old);
    assertThat(find("museum").values()).containsExactly(young);
  }

  @Test
  default void ofTwoRecordsShownAtOnceTheYoungerIsHeld() {
    Place old = Trips.museum("museum", HERE);
    Place young = later(Trips.park("museum", HERE));

    remember(young, old);

    assertThat(find("museum").values()).containsExactly(young);
  }

  @Test
  default void thePlacesOfStopsAreHeldAsFarAsTheStopsTell() {
    Trip trip = Trips.trip();

    plans().add(OWNER, trip, SettableClock.A_MORNING, Deadlines.ample());

    assertThat(find("stop-1", "stop-2").values())
        .containsExactlyInAnyOrderElementsOf(
            trip.days().getFirst().stops().stream().map(Stop::place).toList());
  }

  @Test
  default void aStopTakesNothingAwayFromARecordThatWasShown() {
    Place shown = Trips.museum("stop-1", HERE);
    remember(shown);

    Plan plan = plans().add(OWNER, laterTrip(), SettableClock.A_MORNING, Deadlines.ample());
    plans()
        .replace(
            OWNER,
            plan.id(),
            OptionalLong.empty(),
            laterTrip(),
            SettableClock.A_MORNING,
            Deadlines.ample());

    assertThat(find("stop-1").values()).containsExactly(shown);
  }

  @Test
  default void aRecordIsTakenInThoughAStopKnowsAYoungerOne() {
    plans().add(OWNER, laterTrip(), SettableClock.A_MORNING, Deadlines.ample());
    Place shown = Trips.museum("stop-1", HERE);

    remember(shown);

    assertThat(find("stop-1").values()).containsExactly(shown);
  }

  @Test
  default void manyMayShowTheSamePlacesAtOnce() {
    Place museum = Trips.museum("museum", HERE);
    Place park = Trips.park("park", HERE);

    Together.run(
        20,
        () -> {
          remember(museum, park);
          remember(park, museum);
          return 0;
        });

    assertThat(find("museum", "park")).hasSize(2);
  }

  private static Place later(Place place) {
    Source source = place.source();
    return new Place(
        place.id(),
        place.names(),
        place.category(),
        place.interests(),
        place.setting(),
        place.position(),
        place.address(),
        place.hours(),
        place.admission(),
        place.typicalMinutes(),
        place.picture(),
        new Source(source.provider(), source.id(), source.fetchedAt().plus(Duration.ofDays(1))));
  }

  /// A trip whose stops rest on records that are younger than those of [Trips].
  private static Trip laterTrip() {
    return Trips.fetchedLater(Trips.trip());
  }

  private void remember(Place... shown) {
    places().remember(List.of(shown), Deadlines.ample());
  }

  private Map<PlaceId, Place> find(String... ids) {
    return places()
        .find(
            Arrays.stream(ids).map(id -> new PlaceId("memory", id)).collect(Collectors.toSet()),
            Deadlines.ample());
  }
}
