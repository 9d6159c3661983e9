package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Writes a plan by the optimizer alone: collects what providers know of the destination, chooses
/// by interest, fits into days, checks every stop.
///
/// Nothing in the draft comes from anywhere but the providers: places, hours, prices are theirs,
/// times and ways are computed, and what nobody knows is said to be unknown.
public final class DraftPlan implements PlanWriter {

  private final Surveyor surveyor;
  private final Drafter drafter;
  private final Remedies remedies;

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
    this.surveyor = new Surveyor(places, weather, rates, clock);
    Routes routes = new Routes(holidays, travelTimes, clock, effort);
    this.drafter = new Drafter(routes, holidays, clock, ids);
    this.remedies = new Remedies(places, surveyor, routes, clock);
  }

  @Override
  public Writing write(
      UserId traveller,
      PlanRequest request,
      List<Place> held,
      Consumer<DraftEvent> listener,
      Deadline deadline) {
    return switch (surveyor.survey(request, held, listener, deadline)) {
      case Surveyor.Outcome.Refused(var conflicts) ->
          new Writing.Infeasible(conflicts, remedies.of(request, held, conflicts, deadline));
      case Surveyor.Outcome.Surveyed(var survey) -> write(survey, listener, deadline);
    };
  }

  private Writing write(Survey survey, Consumer<DraftEvent> listener, Deadline deadline) {
    return switch (drafter.draft(
        survey, Choices.NONE, PlanSource.OPTIMIZER, listener::accept, deadline)) {
      case Drafter.Outcome.Impossible(var conflicts, var relaxations) ->
          new Writing.Infeasible(conflicts, relaxations);
      case Drafter.Outcome.Drafted(var draft) -> {
        DraftEvent.StopFixed.of(draft.days()).forEach(listener);
        yield new Writing.Written(draft);
      }
    };
  }
}
