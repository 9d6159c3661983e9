package app.oddiya.application.planning;

import app.oddiya.adapters.memory.planning.MemoryExchangeRates;
import app.oddiya.adapters.memory.planning.MemoryHolidays;
import app.oddiya.adapters.memory.planning.MemoryPlaces;
import app.oddiya.adapters.memory.planning.MemoryTravelTimes;
import app.oddiya.adapters.memory.planning.MemoryWeather;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A small town called Busan in which everything is near, and everything a plan of it needs.
final class Town {

  static final GeoPoint CENTER = new GeoPoint(35.18, 129.08);
  static final UserId TRAVELLER = new UserId(41);

  final SettableClock clock = new SettableClock();
  final MemoryPlaces places = new MemoryPlaces();
  final MemoryHolidays holidays = new MemoryHolidays(2026, 2027);
  final MemoryWeather weather = new MemoryWeather();
  final MemoryExchangeRates rates = new MemoryExchangeRates();
  private final AtomicLong ids = new AtomicLong();

  /// Five museums, five parks, three restaurants.
  static Town withPlaces() {
    var town = new Town();
    for (int i = 1; i <= 5; i++) {
      town.places.knowing(Trips.museum("museum-" + i, at(i, 0)));
      town.places.knowing(Trips.park("park-" + i, at(i, 1)));
    }
    for (int i = 1; i <= 3; i++) {
      town.places.knowing(Trips.restaurant("restaurant-" + i, at(i, 2)));
    }
    return town;
  }

  Town() {
    LocalText name = new LocalText("부산", Map.of(Language.EN, "Busan", Language.JA, "釜山"));
    places.knowing(new Area(Optional.of(name), CENTER, 15));
  }

  Town knowing(Place place) {
    places.knowing(place);
    return this;
  }

  static GeoPoint at(int east, int north) {
    return new GeoPoint(CENTER.lat() + north / 200.0, CENTER.lng() + east / 200.0);
  }

  DraftPlan planner() {
    return new DraftPlan(
        places,
        holidays,
        new MemoryTravelTimes(),
        weather,
        rates,
        clock,
        () -> new UUID(0, ids.incrementAndGet()),
        Effort.USUAL);
  }

  Writing write(PlanRequest request, Consumer<DraftEvent> listener) {
    return planner()
        .write(TRAVELLER, request, List.of(), listener, Deadline.in(Duration.ofSeconds(30), clock));
  }

  Draft draft(PlanRequest request) {
    return switch (write(request, _ -> {})) {
      case Writing.Written(var draft) -> draft;
      case Writing.Infeasible(var conflicts, _) -> throw new AssertionError(conflicts.toString());
    };
  }

  List<Conflict> conflicts(PlanRequest request) {
    return switch (write(request, _ -> {})) {
      case Writing.Written(var draft) -> throw new AssertionError(draft.toString());
      case Writing.Infeasible(var conflicts, _) -> conflicts;
    };
  }
}
