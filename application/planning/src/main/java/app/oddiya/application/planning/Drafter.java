package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Exertion;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Totals;
import app.oddiya.domain.planning.routing.Itinerary;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Money;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Turns a survey into a draft: chooses, fits into days, puts into words, checks.
final class Drafter {

  private final Routes routes;
  private final Holidays holidays;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  /// @param ids of stops
  Drafter(Routes routes, Holidays holidays, InstantSource clock, Supplier<UUID> ids) {
    this.routes = routes;
    this.holidays = holidays;
    this.clock = clock;
    this.ids = ids;
  }

  /// What came of drafting.
  sealed interface Outcome {

    record Drafted(Draft draft) implements Outcome {}

    record Impossible(List<Conflict> conflicts, List<Relaxation> relaxations) implements Outcome {}
  }

  /// @param choices of a model, [Choices#NONE] without one
  /// @param listener hears of stages only: a draft may still be thrown away
  Outcome draft(
      Survey survey,
      Choices choices,
      PlanSource source,
      Consumer<DraftEvent.StageReached> listener,
      Deadline deadline) {
    return switch (routes.find(survey, choices, listener, deadline)) {
      case Routes.Outcome.Impossible(var conflicts, var relaxations) ->
          new Outcome.Impossible(conflicts, relaxations);
      case Routes.Outcome.Found(var itinerary) ->
          new Outcome.Drafted(write(survey, choices, source, itinerary, listener));
    };
  }

  private Draft write(
      Survey survey,
      Choices choices,
      PlanSource source,
      Itinerary itinerary,
      Consumer<DraftEvent.StageReached> listener) {
    Wish wish = survey.wish();
    PlanRequest request = wish.request();
    Texts texts = Texts.in(request.language());
    Map<PlaceId, Place> places = new HashMap<>();
    itinerary
        .days()
        .forEach(day -> day.visits().forEach(v -> places.put(v.place().id(), v.place())));
    listener.accept(new DraftEvent.StageReached(Stage.CHECKING, places.size()));

    var writer =
        new StopWriter(
            texts,
            new StopChecks(texts, holidays),
            request.party(),
            request.lodging().isPresent(),
            ids);
    List<Day> days = new ArrayList<>();
    Map<LocalDate, Exertion> needed = new HashMap<>();
    for (Itinerary.Day day : itinerary.days()) {
      needed.put(day.date(), day.needed());
      days.add(
          writer.write(
              day,
              survey.sky().getOrDefault(day.date(), new DayWeather.Unknown()),
              told(day, wish, choices)));
    }
    return new Draft(
        title(wish, texts),
        source,
        days,
        totals(days, survey.purse()),
        new FreshChecks(
                request, musts(wish, places), survey.purse(), days, needed, places, survey.silent())
            .certificate(clock.instant()));
  }

  /// In the sentences of the choices, where they have any.
  private static List<Told> told(Itinerary.Day day, Wish wish, Choices choices) {
    return day.visits().stream()
        .map(visit -> visit.place().id())
        .map(
            id ->
                Told.ofNew(
                    choices.of(id).flatMap(Choices.Choice::sentence),
                    wish.notAsked().contains(id)
                        ? Sighting.Standing.NOT_ASKED
                        : Sighting.Standing.FRESH))
        .toList();
  }

  private static List<Must> musts(Wish wish, Map<PlaceId, Place> planned) {
    return wish.musts().stream()
        .map(
            place ->
                planned.containsKey(place.id())
                    ? Must.planned(place, wish.request().language())
                    : Must.missing(place.names().in(wish.request().language())))
        .toList();
  }

  static Totals totals(List<Day> days, Purse purse) {
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
