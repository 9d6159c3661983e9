package app.oddiya.domain.planning.routing;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Exertion;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stamina;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Turns a wish and its candidates into a [TourProblem], and the solution back into an itinerary.
///
/// Time is cut into pieces of {@value #GRAIN} minutes, so that people are told to be somewhere at
/// 10:35 and not at 10:37. What is rounded is rounded so that it stays true: ways up, openings up,
/// closings down.
public final class TripRouting {

  static final int GRAIN = 5;

  /// When the lodging may be left at the earliest, and must be reached at the latest.
  static final int LEAVE = 7 * 60;

  static final int BACK = 23 * 60;

  /// Points for each piece of time that is not spent on the way.
  private static final int TRAVEL_WEIGHT = 7;

  /// Each day is to have so many stops, if need be at the cost of another day's.
  private static final int WANTED_STOPS = 3;

  private static final int WANTED_BONUS = 300;

  /// More than all other visits together: a must-visit never loses to anything.
  private static final int MUST = 200_000;

  /// Inside the times that the contract allows (11:00-14:30 and 17:00-20:30), as the search puts
  /// everything as early as it can and nobody is hungry at eleven.
  private static final List<TourProblem.Meal> MEALS =
      List.of(
          meal(11 * 60 + 30, 12 * 60 + 15, 14 * 60 + 15),
          meal(17 * 60 + 30, 18 * 60 + 15, 20 * 60));

  private static final List<FreeHours.Kind> MEAL_KINDS =
      List.of(FreeHours.Kind.LUNCH, FreeHours.Kind.DINNER);

  private static final List<Category> KINDS = List.of(Category.values());

  private final PlanRequest request;
  private final List<Candidate> candidates;
  private final TravelMatrix ways;
  private final OptionalInt base;
  private final Stamina stamina;
  private final Offers offers;
  private final Offers mustOffers;

  /// @param base where every day has to start and end, whether it is a lodging or not
  /// @param ways between [#points] of the same candidates and base
  /// @param stamina what a day may ask for; must-visits are offered at any hour all the same
  /// @param sky as far as it is known: what is outdoors had better not be visited in the rain
  public TripRouting(
      PlanRequest request,
      Stamina stamina,
      List<Candidate> candidates,
      Optional<GeoPoint> base,
      TravelMatrix ways,
      Holidays holidays,
      Map<LocalDate, DayWeather> sky) {
    this.request = request;
    this.candidates = List.copyOf(candidates);
    this.ways = ways;
    this.base = base.isPresent() ? OptionalInt.of(candidates.size()) : OptionalInt.empty();
    this.stamina = stamina;
    this.offers = new Offers(request, stamina, holidays, sky);
    this.mustOffers = new Offers(request, Stamina.utmost(request.pace()), holidays, sky);
  }

  /// The points between which ways are needed: the candidates' in their order, then the base.
  public static List<GeoPoint> points(List<Candidate> candidates, Optional<GeoPoint> base) {
    return Stream.concat(
            candidates.stream().map(candidate -> candidate.place().position()), base.stream())
        .toList();
  }

  /// Finds a good itinerary.
  ///
  /// @param budget in won, for all admissions
  /// @param seed the same for the same itinerary
  /// @param enough cuts the search short
  public Itinerary route(OptionalLong budget, long seed, int iterations, BooleanSupplier enough) {
    List<Option> options = options();
    TourProblem problem =
        new TourProblem(
            ways.size(),
            (from, to) ->
                from == to ? 0 : pieces(ways.leg(from, to).minutes() + stamina.restMinutes()),
            request.dates().size(),
            frame(),
            MEALS,
            options.stream().map(Option::visit).toList(),
            new TourProblem.Limits(
                request.pace().stopsPerDay(),
                kindLimits(),
                budget.orElse(Long.MAX_VALUE),
                burdens()),
            new TourProblem.Aims(TRAVEL_WEIGHT, WANTED_STOPS, WANTED_BONUS));
    return itinerary(options, TourSolver.solve(problem, seed, iterations, enough));
  }

  /// One way to visit a candidate.
  private record Option(int candidate, TourProblem.Visit visit) {}

  private List<Option> options() {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Place place = candidates.get(i).place();
      if (place.isSight() || !place.servesMeals()) {
        options.addAll(options(i, OptionalInt.empty()));
      }
      if (place.servesMeals()) {
        for (int meal = 0; meal < MEALS.size(); meal++) {
          options.addAll(options(i, OptionalInt.of(meal)));
        }
      }
    }
    return options;
  }

  /// Where rain matters there are two ways: to keep dry, and to get wet on a day with rain.
  private List<Option> options(int index, OptionalInt meal) {
    Offers offered = candidates.get(index).must() ? mustOffers : offers;
    return offered.minds(candidates.get(index).place())
        ? List.of(option(index, meal, offered::dry), option(index, meal, offered::inTheRain))
        : List.of(option(index, meal, offered::dry));
  }

  private interface OnDay {
    Offers.Day offer(LocalDate date, Place place, int minutes, Optional<TourProblem.Meal> meal);
  }

  private Option option(int index, OptionalInt meal, OnDay onDay) {
    Candidate candidate = candidates.get(index);
    Place place = candidate.place();
    int minutes = candidate.minutes().orElseGet(() -> offers.minutes(place));
    Optional<TourProblem.Meal> at =
        meal.isPresent() ? Optional.of(MEALS.get(meal.getAsInt())) : Optional.empty();
    List<TourProblem.Offer> perDay = new ArrayList<>();
    for (LocalDate date : request.dates()) {
      Offers.Day day = onDay.offer(date, place, minutes, at);
      int score = (int) Math.round(candidate.appeal() * day.confidence());
      perDay.add(new TourProblem.Offer(candidate.must() ? score + MUST : score, day.starts()));
    }
    return new Option(
        index,
        new TourProblem.Visit(
            index,
            index,
            pieces(minutes),
            cost(place),
            KINDS.indexOf(place.category()),
            candidate.must(),
            meal,
            perDay));
  }

  private int cost(Place place) {
    return place
        .admission()
        .flatMap(price -> price.of(request.party().adults(), request.party().children()))
        .map(Money::amount)
        .map(won -> won.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue())
        .orElse(0);
  }

  private List<Integer> kindLimits() {
    return KINDS.stream()
        .map(
            kind -> {
              long musts =
                  candidates.stream()
                      .filter(each -> each.must() && each.place().category() == kind)
                      .count();
              return Math.max(Offers.mostPerDay(kind), (int) musts);
            })
        .toList();
  }

  private List<TourProblem.Burden> burdens() {
    Exertion most = stamina.most();
    return most.equals(Exertion.BOUNDLESS)
        ? List.of()
        : List.of(
            new TourProblem.Burden((from, to) -> exertion(from, to).minutes(), most.minutes()),
            new TourProblem.Burden(
                (from, to) -> exertion(from, to).metersOnFoot(), most.metersOnFoot()));
  }

  /// A base that is no lodging is where days are thought to begin; no way from there is in a plan.
  private Exertion exertion(int from, int to) {
    boolean planned = request.lodging().isPresent() || Math.max(from, to) < candidates.size();
    return from == to || !planned ? Exertion.NONE : Exertion.of(ways.leg(from, to));
  }

  private TourProblem.Frame frame() {
    int leave = base.isPresent() ? LEAVE : Offers.DAY_BEGINS;
    return new TourProblem.Frame(base, pieces(leave), BACK / GRAIN);
  }

  private Itinerary itinerary(List<Option> options, Tours tours) {
    List<Itinerary.Day> days = new ArrayList<>();
    List<LocalDate> dates = request.dates();
    for (int day = 0; day < dates.size(); day++) {
      days.add(day(dates.get(day), options, tours.days().get(day)));
    }
    return new Itinerary(days);
  }

  private Itinerary.Day day(LocalDate date, List<Option> options, List<Tours.Step> steps) {
    List<Itinerary.Visit> visits = new ArrayList<>();
    List<FreeHours> freeHours = new ArrayList<>();
    List<Integer> stops = new ArrayList<>();
    OptionalInt lodging =
        request.lodging().isPresent() ? OptionalInt.of(candidates.size()) : OptionalInt.empty();
    OptionalInt at = lodging;
    for (Tours.Step step : steps) {
      int begin = step.start() * GRAIN;
      switch (step) {
        case Tours.Step.Visited visited -> {
          Option option = options.get(visited.visit());
          int to = option.candidate();
          visits.add(
              new Itinerary.Visit(
                  candidates.get(to).place(),
                  begin,
                  begin + option.visit().minutes() * GRAIN,
                  option.visit().meal().stream().mapToObj(TripRouting::kind).findFirst(),
                  way(at, to)));
          at = OptionalInt.of(to);
          stops.add(to);
        }
        case Tours.Step.Free free ->
            freeHours.add(
                new FreeHours(
                    kind(free.meal()),
                    time(begin),
                    time(begin + MEALS.get(free.meal()).minutes() * GRAIN)));
      }
    }
    Optional<Leg> back =
        request.lodging().isPresent() && !visits.isEmpty()
            ? way(at, candidates.size())
            : Optional.empty();
    Exertion needed = Necessity.of(ways, stops, visited -> candidates.get(visited).must(), lodging);
    return new Itinerary.Day(date, visits, freeHours, back, needed);
  }

  private Optional<Leg> way(OptionalInt from, int to) {
    return from.isPresent() ? Optional.of(ways.leg(from.getAsInt(), to)) : Optional.empty();
  }

  private static FreeHours.Kind kind(int meal) {
    return MEAL_KINDS.get(meal);
  }

  static TourProblem.Meal meal(FreeHours.Kind kind) {
    return MEALS.get(MEAL_KINDS.indexOf(kind));
  }

  private static LocalTime time(int minutes) {
    return LocalTime.ofSecondOfDay(minutes * 60L);
  }

  private static int pieces(int minutes) {
    return Math.ceilDiv(minutes, GRAIN);
  }

  private static TourProblem.Meal meal(int from, int usual, int to) {
    return new TourProblem.Meal(
        60 / GRAIN, new TourProblem.Span(from / GRAIN, to / GRAIN), usual / GRAIN);
  }
}
