package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.DayHours;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.routing.Appeal;
import app.oddiya.domain.planning.routing.Candidate;
import app.oddiya.domain.planning.routing.Itinerary;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.planning.routing.TripRouting;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds the itinerary of a wish, or says which parts of the wish do not go together.
final class Routes {

  /// More would take longer and change little: the best by appeal are kept.
  private static final int MOST_CANDIDATES = 150;

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

    /// @param itinerary has every must-visit
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
    List<Candidate> candidates = candidates(wish, survey.known(), choices);
    listener.accept(new DraftEvent.StageReached(Stage.CHOOSING, candidates.size()));
    Optional<Conflict> tooDear = tooDear(wish);
    if (tooDear.isPresent()) {
      return new Outcome.Impossible(List.of(tooDear.get()), List.of());
    }
    listener.accept(new DraftEvent.StageReached(Stage.ROUTING, wish.request().dates().size()));
    Itinerary itinerary = route(survey, candidates, effort.iterations(), deadline);
    Set<Place> visited = visited(itinerary);
    if (!visited.containsAll(wish.musts())) {
      return new Outcome.Impossible(leftOut(survey, deadline), List.of());
    }
    if (visited.isEmpty()) {
      return new Outcome.Impossible(
          List.of(
              new Conflict(
                  Conflict.Kind.NOTHING_TO_VISIT,
                  List.of("/destination", "/startDate", "/endDate"),
                  texts(wish).say(Phrase.CONFLICT_NOTHING))),
          List.of());
    }
    return new Outcome.Found(itinerary);
  }

  private static List<Candidate> candidates(Wish wish, List<Place> known, Choices choices) {
    Set<Place> musts = new LinkedHashSet<>(wish.musts());
    List<Candidate> candidates = new ArrayList<>();
    musts.forEach(place -> candidates.add(candidate(place, wish, choices, true)));
    known.stream()
        .filter(place -> !musts.contains(place))
        .filter(place -> wish.avoided(place).isEmpty())
        .filter(place -> suits(place, wish.request()))
        .map(place -> candidate(place, wish, choices, false))
        .sorted(Comparator.comparingInt(Candidate::appeal).reversed())
        .limit(MOST_CANDIDATES)
        .forEach(candidates::add);
    return candidates;
  }

  /// A model's opinion moves a place's appeal by at most half of it, up or down: taste decides
  /// between places, and the interests that were asked for stay what they are.
  private static Candidate candidate(Place place, Wish wish, Choices choices, boolean must) {
    int appeal = Appeal.of(place, wish.interests());
    Optional<Choices.Choice> choice = choices.of(place.id());
    return new Candidate(
        place,
        choice.map(it -> appeal * (50 + it.score()) / 100).orElse(appeal),
        must,
        choice.map(Choices.Choice::minutes).orElse(OptionalInt.empty()));
  }

  private static boolean suits(Place place, PlanRequest request) {
    return place.category() != Category.BAR || request.party().children() == 0;
  }

  private Itinerary route(
      Survey survey, List<Candidate> candidates, int iterations, Deadline deadline) {
    Wish wish = survey.wish();
    Optional<GeoPoint> base = base(wish);
    return new TripRouting(
            wish.request(),
            candidates,
            base,
            travelTimes.between(TripRouting.points(candidates, base), deadline),
            holidays,
            survey.sky())
        .route(wish.budget(), effort.seed(), iterations, halfOf(deadline));
  }

  /// A day begins and ends at the lodging. Without one it may begin and end anywhere at the
  /// destination; but when a must-visit lies outside, the way there and back has to fit in too.
  private static Optional<GeoPoint> base(Wish wish) {
    boolean excursion =
        wish.musts().stream().anyMatch(place -> !wish.area().contains(place.position()));
    return wish.request()
        .lodging()
        .or(() -> excursion ? Optional.of(wish.area().center()) : Optional.empty());
  }

  private BooleanSupplier halfOf(Deadline deadline) {
    Deadline half = deadline.atMost(deadline.remaining(clock).dividedBy(2), clock);
    return () -> half.isOver(clock);
  }

  private static Optional<Conflict> tooDear(Wish wish) {
    Money musts =
        wish.musts().stream()
            .distinct()
            .flatMap(place -> place.admission().stream())
            .flatMap(
                price ->
                    price
                        .of(wish.request().party().adults(), wish.request().party().children())
                        .stream())
            .reduce(Money.won(0), Money::plus);
    if (wish.budget().isEmpty() || !musts.isMoreThan(Money.won(wish.budget().getAsLong()))) {
      return Optional.empty();
    }
    List<String> pointers = new ArrayList<>(mustPointers(wish));
    pointers.addFirst("/budget");
    Texts texts = texts(wish);
    return Optional.of(
        new Conflict(
            Conflict.Kind.BUDGET_EXCEEDED,
            pointers,
            texts.say(
                Phrase.CONFLICT_BUDGET,
                texts.amount(musts),
                wish.request().budget().map(texts::amount).orElse(""))));
  }

  /// Why not every must-visit found a place: each is tried alone first.
  private List<Conflict> leftOut(Survey survey, Deadline deadline) {
    Wish wish = survey.wish();
    List<Conflict> conflicts = new ArrayList<>();
    for (int i = 0; i < wish.musts().size(); i++) {
      Place place = wish.musts().get(i);
      List<Candidate> alone = List.of(candidate(place, wish, Choices.NONE, true));
      if (visited(route(survey, alone, 0, deadline)).isEmpty()) {
        conflicts.add(alone(wish, i, place));
      }
    }
    if (conflicts.isEmpty()) {
      List<String> pointers = new ArrayList<>(mustPointers(wish));
      pointers.addAll(List.of("/startDate", "/endDate", "/pace"));
      conflicts.add(
          new Conflict(
              Conflict.Kind.MUST_VISITS_DO_NOT_FIT,
              pointers,
              texts(wish).say(Phrase.CONFLICT_TOGETHER)));
    }
    return conflicts;
  }

  private Conflict alone(Wish wish, int must, Place place) {
    boolean everOpen =
        wish.request().dates().stream()
            .anyMatch(date -> !(place.hours().on(date, holidays) instanceof DayHours.Closed));
    boolean far = everOpen && base(wish).isPresent();
    String name = place.names().in(wish.request().language());
    return far
        ? new Conflict(
            Conflict.Kind.MUST_VISIT_OUT_OF_REACH,
            List.of(
                wish.request().lodging().isPresent() ? "/lodging" : "/destination",
                "/mustVisit/" + must),
            texts(wish).say(Phrase.CONFLICT_REACH, name))
        : new Conflict(
            Conflict.Kind.MUST_VISIT_CLOSED,
            List.of("/mustVisit/" + must, "/startDate", "/endDate"),
            texts(wish).say(Phrase.CONFLICT_CLOSED, name));
  }

  private static List<String> mustPointers(Wish wish) {
    return IntStream.range(0, wish.musts().size()).mapToObj(i -> "/mustVisit/" + i).toList();
  }

  private static Set<Place> visited(Itinerary itinerary) {
    return itinerary.days().stream()
        .flatMap(day -> day.visits().stream())
        .map(Itinerary.Visit::place)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Texts texts(Wish wish) {
    return Texts.in(wish.request().language());
  }
}
