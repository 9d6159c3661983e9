package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.ChoiceCache;
import app.oddiya.domain.planning.agent.Choices;
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
import app.oddiya.domain.planning.plan.Certificate;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Writes a plan with a model's taste and the optimizer's arithmetic.
///
/// A wish that cannot be met is found out first, so that it costs no token. The model's choices are
/// then timed and checked like any others; nothing it says gets past that. Whatever becomes of the
/// model, there is time left for the optimizer's own plan, which says why the model has no part in
/// it.
public final class DraftPlanWithModel implements PlanWriter {

  /// For one place that a model found an hour ago.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Surveyor surveyor;
  private final Routes routes;
  private final Drafter drafter;
  private final Remedies remedies;
  private final Places places;
  private final Holidays holidays;
  private final ExchangeRates rates;
  private final ModelAccess access;
  private final InstantSource clock;

  /// @param ids of stops
  public DraftPlanWithModel(
      Places places,
      Holidays holidays,
      TravelTimes travelTimes,
      Weather weather,
      ExchangeRates rates,
      ModelAccess access,
      InstantSource clock,
      Supplier<UUID> ids,
      Effort effort) {
    this.surveyor = new Surveyor(places, weather, rates, clock);
    this.routes = new Routes(holidays, travelTimes, clock, effort);
    this.drafter = new Drafter(routes, holidays, clock, ids);
    this.remedies = new Remedies(places, surveyor, routes, clock);
    this.places = places;
    this.holidays = holidays;
    this.rates = rates;
    this.access = access;
    this.clock = clock;
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
      case Surveyor.Outcome.Surveyed(var survey) ->
          routes
              .obstacle(survey, deadline)
              .<Writing>map(it -> new Writing.Infeasible(it.conflicts(), it.relaxations()))
              .orElseGet(() -> write(traveller, survey, listener, deadline));
    };
  }

  private Writing write(
      UserId traveller, Survey survey, Consumer<DraftEvent> listener, Deadline deadline) {
    var stages = new Stages(listener);
    Texts texts = Texts.in(survey.wish().request().language());
    Drafter.Outcome outcome =
        switch (advice(traveller, survey, stages, deadline)) {
          case Advice.Taken taken -> new Drafter.Outcome.Drafted(labelled(taken, texts));
          case Advice.None(var why) ->
              switch (alone(survey, stages, deadline)) {
                case Drafter.Outcome.Drafted(var draft) ->
                    new Drafter.Outcome.Drafted(
                        labelled(draft, Verdict.UNKNOWN, texts.say(why.phrase())));
                case Drafter.Outcome.Impossible impossible -> impossible;
              };
        };
    return switch (outcome) {
      case Drafter.Outcome.Impossible(var conflicts, var relaxations) ->
          new Writing.Infeasible(conflicts, relaxations);
      case Drafter.Outcome.Drafted(var draft) -> {
        stages.finish();
        DraftEvent.StopFixed.of(draft.days()).forEach(listener);
        yield new Writing.Written(draft);
      }
    };
  }

  private Drafter.Outcome alone(Survey survey, Stages stages, Deadline deadline) {
    return drafter.draft(survey, Choices.NONE, PlanSource.OPTIMIZER, stages, deadline);
  }

  private Advice advice(UserId traveller, Survey survey, Stages stages, Deadline deadline) {
    Duration share = deadline.remaining(clock).minus(access.limits().reserve());
    Deadline modelDeadline = deadline.atMost(share, clock).atMost(access.limits().time(), clock);
    Supplier<Advice> asking = () -> ask(traveller, survey, stages, modelDeadline, deadline);
    // What somebody wrote in notes is nobody else's, and neither is what a model made of it.
    if (survey.wish().request().notes().isPresent()) {
      return asking.get();
    }
    return switch (access.cache().find(survey.wish().request(), modelDeadline)) {
      case ChoiceCache.Found.Known(var choices) ->
          recall(choices, survey, stages, deadline).orElseGet(asking);
      case ChoiceCache.Found.Yours(var turn) -> keep(turn, asking);
    };
  }

  private Advice ask(
      UserId traveller, Survey survey, Stages stages, Deadline modelDeadline, Deadline deadline) {
    var brief = new Brief(survey, holidays);
    var shown = new ShownPlaces(survey);
    shown.add(brief.shortlist());
    stages.accept(new DraftEvent.StageReached(Stage.CHOOSING, shown.all().size()));
    return new Consultation(
            access,
            new Meter(traveller, access, clock),
            new ReadTools(survey, places, rates, brief, shown, clock),
            new Judge(survey.wish(), shown, drafter, holidays, stages, deadline),
            modelDeadline)
        .hold(brief.opening(shown.all()));
  }

  private Advice keep(ChoiceCache.Turn turn, Supplier<Advice> asking) {
    boolean kept = false;
    try {
      Advice advice = asking.get();
      if (advice instanceof Advice.Taken(var choices, _)) {
        access.cache().keep(turn, choices);
        kept = true;
      }
      return advice;
    } finally {
      if (!kept) {
        access.cache().giveUp(turn);
      }
    }
  }

  /// Times and checks choices of an hour ago against the world of now; empty if nothing is left of
  /// them. What the model had searched for is looked up again.
  private Optional<Advice> recall(
      Choices choices, Survey survey, Stages stages, Deadline deadline) {
    Set<PlaceId> known =
        survey.known().stream().map(Place::id).collect(Collectors.toUnmodifiableSet());
    var shown = new ShownPlaces(survey);
    choices.of().keySet().stream()
        .filter(id -> !known.contains(id))
        .flatMap(id -> lookUp(id, deadline).stream())
        .filter(place -> survey.wish().avoided(place).isEmpty())
        .forEach(place -> shown.add(List.of(place)));
    return new Judge(survey.wish(), shown, drafter, holidays, stages, deadline)
        .draft(choices)
        .map(it -> it);
  }

  /// The plan does without a place that cannot be asked about now.
  private Optional<Place> lookUp(PlaceId id, Deadline deadline) {
    try {
      return places.find(id, deadline.atMost(PATIENCE, clock));
    } catch (Unavailable noAnswer) {
      return Optional.empty();
    }
  }

  private static Draft labelled(Advice.Taken taken, Texts texts) {
    int stops = taken.draft().stops().size();
    return labelled(
        taken.draft(),
        Verdict.PASS,
        texts.say(Phrase.MODEL_PICKED, Integer.toString(taken.picked()), Integer.toString(stops)));
  }

  /// Says in the certificate what the model had to do with the plan.
  private static Draft labelled(Draft draft, Verdict verdict, String detail) {
    Certificate certificate = draft.certificate();
    List<Finding> findings = new ArrayList<>(certificate.findings());
    findings.add(new Finding(Optional.empty(), CheckKind.MODEL, verdict, detail));
    return new Draft(
        draft.title(),
        draft.source(),
        draft.days(),
        draft.totals(),
        Certificate.of(certificate.checkedAt(), findings, certificate.sources()));
  }

  /// Makes one story of several draftings: that it chooses is told at once, while the model is
  /// asked; how far the routing and checking came when it is settled which draft it was.
  private static final class Stages implements Consumer<DraftEvent.StageReached> {

    private final Consumer<DraftEvent> listener;
    private final Map<Stage, DraftEvent.StageReached> last = new EnumMap<>(Stage.class);

    Stages(Consumer<DraftEvent> listener) {
      this.listener = listener;
    }

    @Override
    public void accept(DraftEvent.StageReached reached) {
      if (last.put(reached.stage(), reached) == null && reached.stage() == Stage.CHOOSING) {
        listener.accept(reached);
      }
    }

    void finish() {
      last.values().stream().filter(reached -> reached.stage() != Stage.CHOOSING).forEach(listener);
    }
  }
}
