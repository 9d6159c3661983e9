package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Gathered;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks the providers what they know of a wish, all at the same time. Whoever is interrupted while
/// they are asked takes everybody along.
final class Surveyor {

  /// Without places there is no plan, so they may take a good part of the time that there is.
  private static final Duration FOR_PLACES = Duration.ofSeconds(10);

  /// Without these a plan has a gap, and nobody waits long for that.
  private static final Duration FOR_THE_REST = Duration.ofSeconds(3);

  private final Places places;
  private final Weather weather;
  private final ExchangeRates rates;
  private final InstantSource clock;

  Surveyor(Places places, Weather weather, ExchangeRates rates, InstantSource clock) {
    this.places = places;
    this.weather = weather;
    this.rates = rates;
    this.clock = clock;
  }

  /// What came of asking.
  sealed interface Outcome {

    record Surveyed(Survey survey) implements Outcome {}

    record Refused(List<Conflict> conflicts) implements Outcome {}
  }

  /// @param listener hears at once that places are being collected, and again of how many there are
  Outcome survey(
      PlanRequest request, List<Place> held, Consumer<DraftEvent> listener, Deadline deadline) {
    listener.accept(new DraftEvent.StageReached(Stage.COLLECTING, 0));
    Deadline forPlaces = deadline.atMost(FOR_PLACES, clock);
    try (var errands = new Errands()) {
      Errands.Errand<Purse> purse =
          errands.start(() -> Purse.of(request, rates, deadline.atMost(FOR_THE_REST, clock)));
      WishReader reader = new WishReader(places, held, errands);
      Optional<Area> area = reader.area(request.destination(), forPlaces);
      Optional<Errands.Errand<Gathered>> known =
          area.map(it -> errands.start(() -> places.gather(it, forPlaces)));
      Optional<Errands.Errand<Map<LocalDate, DayWeather>>> sky =
          area.map(it -> errands.start(() -> forecast(it, request, deadline)));
      return switch (reader.read(request, area, () -> purse.await().inWon(), forPlaces)) {
        case WishReader.Reading.Refused(var conflicts) -> new Outcome.Refused(conflicts);
        case WishReader.Reading.Understood(var wish) -> {
          Gathered there = known.orElseThrow().await();
          listener.accept(new DraftEvent.StageReached(Stage.COLLECTING, there.places().size()));
          yield new Outcome.Surveyed(
              new Survey(
                  wish, purse.await(), there.places(), there.silent(), sky.orElseThrow().await()));
        }
      };
    }
  }

  /// A sky that cannot be asked about is one that is not known: the plan comes, with the gap said.
  private Map<LocalDate, DayWeather> forecast(Area area, PlanRequest request, Deadline deadline) {
    try {
      return weather.forecast(area.center(), request.dates(), deadline.atMost(FOR_THE_REST, clock));
    } catch (Unavailable noForecastNow) {
      return Map.of();
    }
  }
}
