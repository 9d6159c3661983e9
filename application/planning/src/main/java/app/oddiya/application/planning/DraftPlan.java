package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Totals;
import app.oddiya.domain.planning.routing.Itinerary;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Writes a plan by the optimizer alone: collects what providers know of the destination, chooses
/// by interest, fits into days, checks every stop.
///
/// Nothing in the draft comes from anywhere but the providers: places, hours, prices are theirs,
/// times and ways are computed, and what nobody knows is said to be unknown.
public final class DraftPlan implements PlanWriter {

  private final WishReader wishes;
  private final Routes routes;
  private final Holidays holidays;
  private final Weather weather;
  private final ExchangeRates rates;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  /// @param ids of stops
  public DraftPlan(
      Places places,
      Holidays holidays,
      TravelTimes travelTimes,
      Weather weather,
      ExchangeRates rates,
      InstantSource clock,
      Supplier<UUID> ids,
      Effort effort) {
    this.wishes = new WishReader(places);
    this.routes = new Routes(places, holidays, travelTimes, clock, effort);
    this.holidays = holidays;
    this.weather = weather;
    this.rates = rates;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Writing write(
      UserId traveller, PlanRequest request, Consumer<DraftEvent> listener, Deadline deadline) {
    Purse purse = Purse.of(request, rates, deadline);
    return switch (wishes.read(request, purse.inWon(), deadline)) {
      case WishReader.Reading.Refused(var conflicts) -> new Writing.Infeasible(conflicts);
      case WishReader.Reading.Understood(var wish) -> write(wish, purse, listener, deadline);
    };
  }

  private Writing write(Wish wish, Purse purse, Consumer<DraftEvent> listener, Deadline deadline) {
    return switch (routes.find(wish, listener, deadline)) {
      case Routes.Outcome.Impossible(var conflicts) -> new Writing.Infeasible(conflicts);
      case Routes.Outcome.Found(var itinerary) ->
          new Writing.Written(draft(wish, purse, itinerary, listener, deadline));
    };
  }

  private Draft draft(
      Wish wish,
      Purse purse,
      Itinerary itinerary,
      Consumer<DraftEvent> listener,
      Deadline deadline) {
    PlanRequest request = wish.request();
    Texts texts = Texts.in(request.language());
    Map<PlaceId, Place> places = new HashMap<>();
    itinerary
        .days()
        .forEach(day -> day.visits().forEach(v -> places.put(v.place().id(), v.place())));
    listener.accept(new DraftEvent.StageReached(Stage.CHECKING, places.size()));

    Map<LocalDate, DayWeather> sky = forecast(wish, deadline);
    var writer =
        new StopWriter(
            texts,
            new StopChecks(texts, holidays),
            request.party(),
            request.lodging().isPresent(),
            ids);
    List<Day> days = new ArrayList<>();
    for (Itinerary.Day day : itinerary.days()) {
      DayWeather today = sky.getOrDefault(day.date(), new DayWeather.Unknown());
      days.add(
          writer.write(
              day, today, stop -> listener.accept(new DraftEvent.StopFixed(day.date(), stop))));
    }
    return new Draft(
        title(wish, texts),
        PlanSource.OPTIMIZER,
        days,
        totals(days, purse),
        new FreshChecks(wish, purse, days, places).certificate(clock.instant()));
  }

  /// A sky that cannot be asked about is one that is not known: the plan comes, with the gap said.
  private Map<LocalDate, DayWeather> forecast(Wish wish, Deadline deadline) {
    try {
      return weather.forecast(wish.area().center(), wish.request().dates(), deadline);
    } catch (Unavailable noForecastNow) {
      return Map.of();
    }
  }

  private static Totals totals(List<Day> days, Purse purse) {
    Money admission = FreshChecks.admission(days);
    long unpriced =
        days.stream()
            .flatMap(day -> day.stops().stream())
            .filter(stop -> stop.cost().isEmpty())
            .count();
    return new Totals(admission, (int) unpriced, purse.atHome(admission));
  }

  private static String title(Wish wish, Texts texts) {
    int days = wish.request().dates().size();
    return wish.area()
        .name()
        .map(name -> texts.say(Phrase.TITLE, name.in(texts.language()), days))
        .orElseGet(() -> texts.say(Phrase.TITLE_AROUND, days));
  }
}
