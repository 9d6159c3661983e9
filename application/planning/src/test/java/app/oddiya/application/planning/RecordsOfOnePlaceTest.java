package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.planning.MemoryTravelTimes;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.testkit.story.Trips;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// A provider whose answers say when they were fetched: of one place no two of them are the same.
class RecordsOfOnePlaceTest {

  private final Town busan = Town.withPlaces();
  private final AtomicLong ids = new AtomicLong();

  @Test
  void aMustVisitIsVisitedOnceThoughItIsAmongThePlacesOfTheAreaAsWell() {
    assertVisitedOnce(wishing(new MustVisit.Called("museum-1")));
  }

  @Test
  void aMustVisitIsVisitedOnceThoughItIsWishedForTwice() {
    assertVisitedOnce(
        wishing(
            new MustVisit.Called("museum-1"),
            new MustVisit.Known(new PlaceId("memory", "museum-1"))));
  }

  private void assertVisitedOnce(PlanRequest wish) {
    Draft draft = draft(wish);

    assertThat(draft.stops())
        .extracting(stop -> stop.placeId().id())
        .contains("museum-1")
        .doesNotHaveDuplicates();
    assertThat(draft.certificate().verdict()).isEqualTo(Verdict.PASS);
  }

  private static PlanRequest wishing(MustVisit... musts) {
    return new Wishes().on(Trips.A_SATURDAY, 2).interests("history").mustVisit(musts).build();
  }

  private Draft draft(PlanRequest wish) {
    Writing writing =
        new DraftPlan(
                new FetchedAtDifferentTimes(busan.places),
                busan.holidays,
                new MemoryTravelTimes(),
                busan.weather,
                busan.rates,
                busan.clock,
                () -> new UUID(0, ids.incrementAndGet()),
                Effort.USUAL)
            .write(
                Town.TRAVELLER,
                wish,
                List.of(),
                _ -> {},
                Deadline.in(Duration.ofSeconds(30), busan.clock));
    return ((Writing.Written) writing).draft();
  }

  private record FetchedAtDifferentTimes(Places places) implements Places {

    private static Place before(Duration age, Place place) {
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
          new Source(source.provider(), source.id(), source.fetchedAt().minus(age)));
    }

    @Override
    public Optional<Area> area(String name, Deadline deadline) {
      return places.area(name, deadline);
    }

    @Override
    public List<String> areasSpelledLike(String name, Deadline deadline) {
      return places.areasSpelledLike(name, deadline);
    }

    @Override
    public List<String> placesSpelledLike(String text, Deadline deadline) {
      return places.placesSpelledLike(text, deadline);
    }

    @Override
    public List<Place> in(Area area, Deadline deadline) {
      return places.in(area, deadline).stream()
          .map(place -> before(Duration.ofHours(2), place))
          .toList();
    }

    @Override
    public Optional<Place> find(PlaceId id, Deadline deadline) {
      return places.find(id, deadline).map(place -> before(Duration.ofHours(1), place));
    }

    @Override
    public Refreshing refresh(Place held, Deadline deadline) {
      return places.refresh(held, deadline);
    }

    @Override
    public List<Place> named(String text, Deadline deadline) {
      return places.named(text, deadline);
    }

    @Override
    public FoundPlaces search(PlaceQuery query, Page.Request page, Deadline deadline) {
      return places.search(query, page, deadline);
    }
  }
}
