package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.traveldata.planning.TravelDataModule;
import app.oddiya.adapters.traveldata.planning.WithoutKeysModule;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Lunch and dinner are had on the way from one sight to the next, and nobody crosses a city for
/// them.
class MealsNearTheWayTest {

  private static final Deadline AMPLE = new Deadline(Instant.MAX);
  private static final CatalogueFacts FACTS = new CatalogueFacts();
  private static final TravelTimes TRAVEL_TIMES = TravelDataModule.travelTimes();

  @ParameterizedTest
  @CsvSource({"12,0", "-12,0", "0,12", "0,-12", "9,9", "-9,-9"})
  void ofTwoPlacesThatAreEqualTheNearestWins(int east, int north) {
    var town = new Town();
    for (int i = 0; i < 4; i++) {
      town.knowing(Trips.museum("museum-" + i, Town.at(i % 2, i / 2)));
      town.knowing(Trips.park("park-" + i, Town.at(i % 2, 2 + i / 2)));
    }
    // By their names alone the far ones would come first.
    town.knowing(Trips.restaurant("a-far-1", Town.at(east, north)));
    town.knowing(Trips.restaurant("a-far-2", Town.at(east, north)));
    town.knowing(Trips.restaurant("near-1", Town.at(1, 1)));
    town.knowing(Trips.restaurant("near-2", Town.at(0, 2)));

    Draft draft = town.draft(new Wishes().on(Trips.A_SATURDAY, 1).build());

    assertThat(draft.days().getFirst().stops())
        .filteredOn(stop -> stop.category() == Category.RESTAURANT)
        .extracting(stop -> stop.placeId().id())
        .containsExactlyInAnyOrder("near-1", "near-2");
  }

  @Test
  void lunchCostsLittleMoreWayThanAtTheBestPlaceOfTheCity() {
    List<Integer> more =
        CatalogueFacts.CITIES.stream().flatMap(MealsNearTheWayTest::detours).toList();

    assertThat(more).hasSizeGreaterThan(10).allMatch(minutes -> minutes <= 20);
    assertThat(more.stream().mapToInt(minutes -> minutes).average().orElseThrow())
        .isLessThanOrEqualTo(5);
  }

  /// By how many minutes the ways to and from each lunch are longer than they could be.
  private static Stream<Integer> detours(String city) {
    List<Integer> more = new ArrayList<>();
    for (Day day : draft(city).days()) {
      for (int i = 1; i < day.stops().size() - 1; i++) {
        Stop meal = day.stops().get(i);
        if (meal.category() == Category.RESTAURANT && isAtLunch(meal)) {
          GeoPoint from = day.stops().get(i - 1).position();
          GeoPoint to = day.stops().get(i + 1).position();
          int least =
              eateries(city).stream().mapToInt(each -> way(from, each, to)).min().orElseThrow();
          more.add(way(from, meal.position(), to) - least);
        }
      }
    }
    return more.stream();
  }

  private static boolean isAtLunch(Stop stop) {
    return stop.arrive().isBefore(LocalTime.of(14, 31));
  }

  private static int way(GeoPoint from, GeoPoint past, GeoPoint to) {
    var ways = TRAVEL_TIMES.between(List.of(from, past, to), AMPLE);
    return ways.leg(0, 1).minutes() + ways.leg(1, 2).minutes();
  }

  private static List<GeoPoint> eateries(String city) {
    return FACTS.ids(city).stream()
        .map(id -> FACTS.place(id).orElseThrow())
        .filter(place -> place.get("category").asString().equals("restaurant"))
        .map(place -> place.get("position"))
        .map(MealsNearTheWayTest::point)
        .toList();
  }

  private static GeoPoint point(JsonNode position) {
    return new GeoPoint(position.get("lat").asDouble(), position.get("lng").asDouble());
  }

  private static Draft draft(String city) {
    PlanRequest wish =
        new Wishes()
            .destination(new Destination.Named(city))
            .on(Trips.A_SATURDAY, 3)
            .interests("history", "food")
            .build();
    var ids = new AtomicLong();
    Writing writing =
        new DraftPlan(
                TravelDataModule.places(),
                TravelDataModule.holidays(),
                TRAVEL_TIMES,
                WithoutKeysModule.weather(),
                WithoutKeysModule.exchangeRates(),
                new SettableClock(),
                () -> new UUID(0, ids.incrementAndGet()),
                Effort.USUAL)
            .write(new UserId(1), wish, List.of(), _ -> {}, AMPLE);
    return ((Writing.Written) writing).draft();
  }
}
