package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.Stamina;
import app.oddiya.domain.planning.routing.Candidate;
import app.oddiya.domain.planning.routing.Itinerary;
import app.oddiya.domain.planning.routing.TravelMatrix;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.planning.routing.TripRouting;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells of a wish and its variations whether they can be met: whether all must-visits find a
/// place, or, of a wish without any, whether anything can be visited.
///
/// That a day would be strenuous is no reason: only what cannot be is refused.
///
/// Nothing else is put into the days, so an answer takes about a millisecond and dozens of
/// variations can be tried. Ways are asked for once.
final class Feasibility {

  /// Most answers are found at once; the rest is searched for this long. The search may miss a way
  /// that is there: then a wish is refused that could just be met, with what would make it easier.
  private static final int ITERATIONS = 80;

  private final Survey survey;
  private final Holidays holidays;
  private final long seed;
  private final BooleanSupplier late;
  private final Map<GeoPoint, Integer> index = new HashMap<>();
  private final TravelMatrix ways;

  /// @param late no answer is worth waiting for any more
  Feasibility(
      Survey survey,
      Holidays holidays,
      TravelTimes travelTimes,
      long seed,
      Deadline deadline,
      BooleanSupplier late) {
    this.survey = survey;
    this.holidays = holidays;
    this.seed = seed;
    this.late = late;
    Wish wish = survey.wish();
    Wish open = wish.as(wish.request().avoiding(List.of()), wish.musts(), wish.budget());
    List<GeoPoint> points =
        Stream.of(
                Candidates.of(open, survey.known(), Choices.NONE).stream()
                    .map(candidate -> candidate.place().position()),
                wish.request().lodging().stream(),
                Stream.of(wish.area().center()))
            .flatMap(each -> each)
            .distinct()
            .toList();
    points.forEach(point -> index.put(point, index.size()));
    ways = travelTimes.between(points, deadline);
  }

  /// What the cheapest visit costs; empty where there is nothing to visit.
  Optional<Money> cheapest() {
    return candidates(survey.wish()).stream()
        .map(candidate -> survey.wish().priceOf(candidate.place()))
        .min(Comparator.comparing(Money::amount));
  }

  boolean isLate() {
    return late.getAsBoolean();
  }

  boolean holds(Wish wish) {
    return itinerary(wish, wish.base()).isPresent();
  }

  /// An itinerary of a variation of the wish, made of its must-visits alone; of something, for a
  /// wish without any.
  ///
  /// @param wish with no places but the wish's own
  /// @param base where its days begin and end; one of the wish's own
  Optional<Itinerary> itinerary(Wish wish, Optional<GeoPoint> base) {
    List<Candidate> candidates = candidates(wish);
    TripRouting routing =
        new TripRouting(
            wish.request(),
            Stamina.utmost(wish.request().pace()),
            candidates,
            base,
            ways(candidates, base),
            holidays,
            survey.sky());
    Itinerary itinerary = routing.route(wish.budget(), seed, 0, late);
    if (!meets(wish, itinerary)) {
      itinerary = routing.route(wish.budget(), seed, ITERATIONS, late);
    }
    return meets(wish, itinerary) ? Optional.of(itinerary) : Optional.empty();
  }

  private List<Candidate> candidates(Wish wish) {
    return wish.musts().isEmpty()
        ? Candidates.of(wish, survey.known(), Choices.NONE).stream()
            .filter(candidate -> index.containsKey(candidate.place().position()))
            .toList()
        : Candidates.musts(wish, Choices.NONE);
  }

  private TravelMatrix ways(List<Candidate> candidates, Optional<GeoPoint> base) {
    List<Integer> points = new ArrayList<>();
    for (GeoPoint point : TripRouting.points(candidates, base)) {
      Integer at = index.get(point);
      if (at == null) {
        throw new IllegalArgumentException("wish: has a place or a base of its own");
      }
      points.add(at);
    }
    return ways.between(points);
  }

  /// Whether an itinerary has every must-visit, and anything at all.
  static boolean meets(Wish wish, Itinerary itinerary) {
    List<Place> visited =
        itinerary.days().stream()
            .flatMap(day -> day.visits().stream())
            .map(Itinerary.Visit::place)
            .collect(Collectors.toUnmodifiableList());
    return !visited.isEmpty() && visited.containsAll(wish.musts());
  }
}
