package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Asks the providers what they know of a wish.
final class Surveyor {

  private final Places places;
  private final Weather weather;
  private final ExchangeRates rates;

  Surveyor(Places places, Weather weather, ExchangeRates rates) {
    this.places = places;
    this.weather = weather;
    this.rates = rates;
  }

  /// What came of asking.
  sealed interface Outcome {

    record Surveyed(Survey survey) implements Outcome {}

    record Refused(List<Conflict> conflicts) implements Outcome {}
  }

  Outcome survey(
      PlanRequest request, List<Place> held, Consumer<DraftEvent> listener, Deadline deadline) {
    Purse purse = Purse.of(request, rates, deadline);
    return switch (new WishReader(places, held).read(request, purse.inWon(), deadline)) {
      case WishReader.Reading.Refused(var conflicts) -> new Outcome.Refused(conflicts);
      case WishReader.Reading.Understood(var wish) -> {
        List<Place> known = places.in(wish.area(), deadline);
        listener.accept(new DraftEvent.StageReached(Stage.COLLECTING, known.size()));
        yield new Outcome.Surveyed(new Survey(wish, purse, known, forecast(wish, deadline)));
      }
    };
  }

  /// A sky that cannot be asked about is one that is not known: the plan comes, with the gap said.
  private Map<LocalDate, DayWeather> forecast(Wish wish, Deadline deadline) {
    try {
      return weather.forecast(wish.area().center(), wish.request().dates(), deadline);
    } catch (Unavailable noForecastNow) {
      return Map.of();
    }
  }
}
