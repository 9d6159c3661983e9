package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stamina;
import app.oddiya.domain.planning.routing.Candidate;
import app.oddiya.domain.planning.routing.Itinerary;
import app.oddiya.domain.planning.routing.TravelMatrix;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.planning.routing.TripRouting;
import app.oddiya.domain.shared.Deadline;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Finds the itinerary of a wish, or says which parts of the wish do not go together.
final class Routes {

  private final Holidays holidays;
  private final TravelTimes travelTimes;
  private final InstantSource clock;
  private final Effort effort;

  Routes(Holidays holidays, TravelTimes travelTimes, InstantSource clock, Effort effort) {
    this.holidays = holidays;
    this.travelTimes = travelTimes;
    this.clock = clock;
    this.effort = effort;
  }

  /// What came of the search.
  sealed interface Outcome {

    /// @param itinerary has every must-visit, and something to visit
    record Found(Itinerary itinerary) implements Outcome {}

    record Impossible(List<Conflict> conflicts, List<Relaxation> relaxations) implements Outcome {}
  }

  /// @param choices of a model, which weigh beside the interests
  Outcome find(
      Survey survey,
      Choices choices,
      Consumer<DraftEvent.StageReached> listener,
      Deadline deadline) {
    Wish wish = survey.wish();
    List<Candidate> candidates = Candidates.of(wish, survey.known(), choices);
    listener.accept(new DraftEvent.StageReached(Stage.CHOOSING, candidates.size()));
    listener.accept(new DraftEvent.StageReached(Stage.ROUTING, wish.request().dates().size()));
    TravelMatrix ways = travelTimes.between(TripRouting.points(candidates, wish.base()), deadline);
    for (Stamina stamina : moreAndMore(wish.request())) {
      Itinerary itinerary = route(survey, stamina, candidates, ways, deadline);
      if (Feasibility.meets(wish, itinerary)) {
        return new Outcome.Found(itinerary);
      }
    }
    Feasibility feasibility = feasibility(survey, deadline);
    // Among many places, or with a model's minutes, a must-visit can be missed that fits.
    return feasibility
        .itinerary(wish, wish.base())
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(() -> impossible(survey, feasibility));
  }

  /// What days may ask for, the least first: must-visits decide how much it has to be.
  private static List<Stamina> moreAndMore(PlanRequest request) {
    Stamina usual = Stamina.of(request);
    return Stream.of(usual, usual.hurried(request.pace()), Stamina.utmost(request.pace()))
        .distinct()
        .toList();
  }

  /// Why a wish cannot be met; empty if it can.
  Optional<Outcome.Impossible> obstacle(Survey survey, Deadline deadline) {
    Feasibility feasibility = feasibility(survey, deadline);
    return feasibility.holds(survey.wish())
        ? Optional.empty()
        : Optional.of(impossible(survey, feasibility));
  }

  private Feasibility feasibility(Survey survey, Deadline deadline) {
    return new Feasibility(
        survey, holidays, travelTimes, effort.seed(), deadline, halfOf(deadline));
  }

  private static Outcome.Impossible impossible(Survey survey, Feasibility feasibility) {
    Conflicts conflicts = new Conflicts(survey.wish(), feasibility);
    List<Set<Part>> sets = conflicts.find();
    return new Outcome.Impossible(
        sets.stream().map(conflicts::describe).toList(),
        new Relaxations(survey.wish(), survey.purse(), feasibility).of(sets));
  }

  private Itinerary route(
      Survey survey,
      Stamina stamina,
      List<Candidate> candidates,
      TravelMatrix ways,
      Deadline deadline) {
    Wish wish = survey.wish();
    return new TripRouting(
            wish.request(), stamina, candidates, wish.base(), ways, holidays, survey.sky())
        .route(wish.budget(), effort.seed(), effort.iterations(), halfOf(deadline));
  }

  private BooleanSupplier halfOf(Deadline deadline) {
    Deadline half = deadline.atMost(deadline.remaining(clock).dividedBy(2), clock);
    return () -> half.isOver(clock);
  }
}
