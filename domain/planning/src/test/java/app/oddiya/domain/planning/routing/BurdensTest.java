package app.oddiya.domain.planning.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What ways ask for beside time is limited, and yields for what is compulsory. Judged by sums over
/// whole days, not by the solver's own.
class BurdensTest {

  private static final int BASE = 0;
  private static final int FAR = 1;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noDayBearsMoreThanItsLimitWhereNothingIsCompulsory(long seed) {
    TourProblem problem = problem(seed, OptionalInt.empty(), Musts.NONE, 40);

    Tours tours = TourSolver.solve(problem, seed, 60, () -> false);

    assertThat(tours.days())
        .allSatisfy(day -> assertThat(borne(problem, way(problem, day))).isLessThanOrEqualTo(40));
  }

  @Test
  void withoutALimitDaysDoBearMore() {
    assertThat(seeds())
        .allSatisfy(
            seed -> {
              TourProblem problem =
                  problem(seed, OptionalInt.empty(), Musts.NONE, Integer.MAX_VALUE / 2);
              assertThat(TourSolver.solve(problem, seed, 60, () -> false).days())
                  .anySatisfy(
                      day -> assertThat(borne(problem, way(problem, day))).isGreaterThan(40));
            });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void moreIsBorneOnlyForCompulsoryVisitsAndTheWayToTheBase(long seed) {
    OptionalInt base = seed % 2 == 0 ? OptionalInt.of(BASE) : OptionalInt.empty();
    TourProblem problem = problem(seed, base, Musts.SOME, 40);

    Tours tours = TourSolver.solve(problem, seed, 60, () -> false);

    assertThat(visited(problem, tours)).containsAll(compulsory(problem));
    for (List<Tours.Step> day : tours.days()) {
      assertThat(borne(problem, way(problem, day)))
          .isLessThanOrEqualTo(Math.max(40, needed(problem, day) + 20));
    }
  }

  @Test
  void aFarVisitIsMadeIfItIsCompulsoryAndElseNot() {
    TourProblem optional = problem(5, OptionalInt.of(BASE), Musts.NONE, 40);
    TourProblem compulsory = problem(5, OptionalInt.of(BASE), Musts.THE_FAR_ONE, 40);

    assertThat(visited(optional, TourSolver.solve(optional, 5, 60, () -> false)))
        .isNotEmpty()
        .doesNotContain(FAR);
    Tours tours = TourSolver.solve(compulsory, 5, 60, () -> false);
    assertThat(visited(compulsory, tours)).contains(FAR).hasSizeGreaterThan(1);
  }

  @Test
  void ofABaseFarFromEverythingHalfOfTheLimitIsLeftForTheRestOfTheDay() {
    TourProblem near = problem(8, OptionalInt.empty(), Musts.NONE, 40);
    TourProblem remote =
        problem(
            near,
            OptionalInt.of(BASE),
            new TourProblem.Burden(
                (from, to) ->
                    near.limits().burdens().getFirst().way().applyAsInt(from, to)
                        + (from != to && Math.min(from, to) == BASE ? 200 : 0),
                40));

    Tours tours = TourSolver.solve(remote, 8, 60, () -> false);

    assertThat(tours.days())
        .allSatisfy(
            day -> {
              assertThat(day).hasSizeGreaterThan(1);
              assertThat(borne(remote, way(remote, day)))
                  .isGreaterThan(400)
                  .isLessThanOrEqualTo(needed(remote, day) + 20);
            });
  }

  /// Which visits are compulsory.
  private enum Musts {
    NONE,
    SOME,
    THE_FAR_ONE;

    boolean holds(int visit) {
      return switch (this) {
        case NONE -> false;
        case SOME -> visit % 9 == 1;
        case THE_FAR_ONE -> visit == FAR;
      };
    }
  }

  /// Thirty visits, two days; time is no matter, but what the ways ask for is. One visit is far
  /// from everything.
  private static TourProblem problem(long seed, OptionalInt base, Musts compulsory, int most) {
    var random = new Random(seed);
    int size = 30;
    int[] x = random.ints(size + 1, 0, 30).toArray();
    int[] y = random.ints(size + 1, 0, 30).toArray();
    x[FAR] = 150;
    List<TourProblem.Visit> visits = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      boolean must = compulsory.holds(i);
      int open = random.nextInt(100);
      TourProblem.Offer offer =
          new TourProblem.Offer(
              (must ? 100_000 : 0) + 5 + random.nextInt(20),
              List.of(new TourProblem.Span(open, open + 400)));
      visits.add(
          new TourProblem.Visit(
              i,
              i,
              5 + random.nextInt(15),
              0,
              0,
              must,
              i % 10 == 2 ? OptionalInt.of(0) : OptionalInt.empty(),
              List.of(offer, offer)));
    }
    TourProblem shape =
        new TourProblem(
            size + 1,
            (from, to) -> from == to ? 0 : 1 + Math.abs(x[from] - x[to]) / 10,
            2,
            new TourProblem.Frame(base, 0, 700),
            List.of(new TourProblem.Meal(20, new TourProblem.Span(100, 300), 150)),
            visits,
            TourProblem.Limits.NONE,
            new TourProblem.Aims(1, 3, 50));
    return problem(
        shape,
        base,
        new TourProblem.Burden(
            (from, to) -> (int) Math.ceil(Math.hypot(x[from] - x[to], y[from] - y[to])), most));
  }

  private static TourProblem problem(
      TourProblem shape, OptionalInt base, TourProblem.Burden burden) {
    return new TourProblem(
        shape.points(),
        shape.travel(),
        shape.days(),
        new TourProblem.Frame(base, shape.frame().leave(), shape.frame().back()),
        shape.meals(),
        shape.visits(),
        new TourProblem.Limits(12, List.of(), Long.MAX_VALUE, List.of(burden)),
        shape.aims());
  }

  private static List<Integer> visited(TourProblem problem, Tours tours) {
    return tours.days().stream().flatMap(day -> visits(problem, day)).map(Visited::point).toList();
  }

  private record Visited(int point, boolean compulsory) {}

  private static Stream<Visited> visits(TourProblem problem, List<Tours.Step> day) {
    return day.stream()
        .filter(Tours.Step.Visited.class::isInstance)
        .map(step -> problem.visits().get(((Tours.Step.Visited) step).visit()))
        .map(visit -> new Visited(visit.point(), visit.compulsory()));
  }

  private static List<Integer> compulsory(TourProblem problem) {
    return problem.visits().stream()
        .filter(TourProblem.Visit::compulsory)
        .map(TourProblem.Visit::point)
        .toList();
  }

  private static List<Integer> way(TourProblem problem, List<Tours.Step> day) {
    return way(problem, day, _ -> true);
  }

  private static List<Integer> way(
      TourProblem problem, List<Tours.Step> day, Predicate<Visited> past) {
    List<Integer> way =
        new ArrayList<>(visits(problem, day).filter(past).map(Visited::point).toList());
    if (problem.frame().base().isPresent()) {
      way.addFirst(BASE);
      way.addLast(BASE);
    }
    return way;
  }

  private static int borne(TourProblem problem, List<Integer> way) {
    var burden = problem.limits().burdens().getFirst().way();
    return IntStream.range(1, way.size())
        .map(i -> burden.applyAsInt(way.get(i - 1), way.get(i)))
        .sum();
  }

  /// Past the compulsory visits, and at least to the nearest of all visits and back.
  private static int needed(TourProblem problem, List<Tours.Step> day) {
    int nearest =
        problem.frame().base().isEmpty()
            ? 0
            : problem.visits().stream()
                .mapToInt(visit -> borne(problem, List.of(BASE, visit.point(), BASE)))
                .min()
                .orElseThrow();
    return Math.max(nearest, borne(problem, way(problem, day, Visited::compulsory)));
  }
}
