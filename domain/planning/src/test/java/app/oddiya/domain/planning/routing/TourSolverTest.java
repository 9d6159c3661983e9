package app.oddiya.domain.planning.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TourSolverTest {

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void onSmallProblemsItFindsTheBestThereIs(long seed) {
    TourProblem problem = scattered(seed, 7, 1 + (int) (seed % 2));

    Tours tours = TourSolver.solve(problem, seed, 300, () -> false);

    assertThat(scoreOf(problem, tours)).isEqualTo(new Exhaustive(problem).best());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatItFindsIsPossible(long seed) {
    TourProblem problem = scattered(seed, 40, 3);

    Tours tours = TourSolver.solve(problem, seed, 30, () -> false);

    Set<Integer> places = new HashSet<>();
    for (int day = 0; day < problem.days(); day++) {
      int time = problem.frame().leave();
      int at = 0;
      for (Tours.Step step : tours.days().get(day)) {
        TourProblem.Visit visit = problem.visits().get(((Tours.Step.Visited) step).visit());
        assertThat(places.add(visit.place())).isTrue();
        assertThat(step.start())
            .isGreaterThanOrEqualTo(time + problem.travel().applyAsInt(at, visit.point()));
        assertThat(visit.offers().get(day).starts())
            .anyMatch(span -> span.earliest() <= step.start() && step.start() <= span.latest());
        time = step.start() + visit.minutes();
        at = visit.point();
      }
      assertThat(time + problem.travel().applyAsInt(at, 0))
          .isLessThanOrEqualTo(problem.frame().back());
    }
    assertThat(tours.value()).isEqualTo(scoreOf(problem, tours));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noDayIsMadeShorterByWalkingAStretchOfItTheOtherWayRound(long seed) {
    TourProblem scores = scattered(seed, 40, 2);
    TourProblem problem =
        new TourProblem(
            scores.points(),
            scores.travel(),
            scores.days(),
            scores.frame(),
            scores.meals(),
            scores.visits(),
            scores.limits(),
            new TourProblem.Aims(1, 0, 0));

    Tours tours = TourSolver.solve(problem, seed, 20, () -> false);

    for (int day = 0; day < problem.days(); day++) {
      List<TourProblem.Visit> visits =
          tours.days().get(day).stream().map(step -> visit(problem, step)).toList();
      int way = way(problem, day, visits).orElseThrow();
      for (int from = 0; from < visits.size(); from++) {
        for (int to = from + 2; to <= visits.size(); to++) {
          List<TourProblem.Visit> other = new ArrayList<>(visits);
          Collections.reverse(other.subList(from, to));
          assertThat(way(problem, day, other).orElse(way)).isGreaterThanOrEqualTo(way);
        }
      }
    }
  }

  /// How long a day is on the way; empty if it comes too late anywhere.
  private static OptionalInt way(TourProblem problem, int day, List<TourProblem.Visit> visits) {
    int way = 0;
    int time = problem.frame().leave();
    int at = 0;
    for (TourProblem.Visit visit : visits) {
      int leg = problem.travel().applyAsInt(at, visit.point());
      int arrive = time + leg;
      OptionalInt start =
          visit.offers().get(day).starts().stream()
              .filter(span -> arrive <= span.latest())
              .mapToInt(span -> Math.max(arrive, span.earliest()))
              .findFirst();
      if (start.isEmpty()) {
        return OptionalInt.empty();
      }
      way += leg;
      time = start.getAsInt() + visit.minutes();
      at = visit.point();
    }
    int back = problem.travel().applyAsInt(at, 0);
    return time + back > problem.frame().back() ? OptionalInt.empty() : OptionalInt.of(way + back);
  }

  @Test
  void theSameSeedGivesTheSameTours() {
    TourProblem problem = scattered(7, 60, 3);

    assertThat(TourSolver.solve(problem, 5, 50, () -> false))
        .isEqualTo(TourSolver.solve(problem, 5, 50, () -> false));
  }

  @Test
  void beingToldThatItIsEnoughOnlyCutsTheSearchShort() {
    TourProblem problem = scattered(7, 60, 3);
    var asked = new AtomicInteger();

    Tours cut = TourSolver.solve(problem, 5, 1000, () -> asked.incrementAndGet() > 20);

    assertThat(cut).isEqualTo(TourSolver.solve(problem, 5, 20, () -> false));
    assertThat(cut.iterations()).isEqualTo(20);
  }

  @Test
  void nothingToVisitGivesDaysOfMealsAlone() {
    TourProblem problem =
        new TourProblem(
            0,
            (_, _) -> 0,
            2,
            new TourProblem.Frame(OptionalInt.empty(), 0, 100),
            List.of(new TourProblem.Meal(10, new TourProblem.Span(40, 60), 50)),
            List.of(),
            TourProblem.Limits.NONE,
            TourProblem.Aims.SCORES_ONLY);

    assertThat(TourSolver.solve(problem, 1, 10, () -> false).days())
        .containsExactly(List.of(new Tours.Step.Free(0, 40)), List.of(new Tours.Step.Free(0, 40)));
  }

  @Test
  void aMealIsHadAtAVisitThatServesItOrInFreeTime() {
    Tours served = TourSolver.solve(withMeal(40), 1, 10, () -> false);
    Tours closed = TourSolver.solve(withMeal(95), 1, 10, () -> false);

    assertThat(served.days().getFirst())
        .containsExactly(
            new Tours.Step.Visited(0, 0),
            new Tours.Step.Visited(1, 40),
            new Tours.Step.Visited(2, 50));
    assertThat(closed.days().getFirst())
        .contains(new Tours.Step.Free(0, 40))
        .noneMatch(step -> step.equals(new Tours.Step.Visited(1, 95)));
  }

  @Test
  void limitsHold() {
    TourProblem free = scattered(3, 30, 2);
    TourProblem limited =
        new TourProblem(
            free.points(),
            free.travel(),
            free.days(),
            free.frame(),
            free.meals(),
            free.visits(),
            new TourProblem.Limits(4, List.of(2, 2), 25, List.of()),
            free.aims());

    Tours tours = TourSolver.solve(limited, 1, 100, () -> false);

    int cost = 0;
    for (List<Tours.Step> day : tours.days()) {
      assertThat(day).hasSizeLessThanOrEqualTo(4);
      for (int kind = 0; kind < 2; kind++) {
        int each = kind;
        assertThat(day)
            .filteredOn(step -> visit(limited, step).kind() == each)
            .hasSizeBetween(0, 2);
      }
      cost += day.stream().mapToInt(step -> visit(limited, step).cost()).sum();
    }
    assertThat(cost).isLessThanOrEqualTo(25);
  }

  /// Two sights around a meal that one visit serves from `servesFrom` on.
  private static TourProblem withMeal(int servesFrom) {
    List<TourProblem.Visit> visits =
        List.of(
            visit(0, 20, OptionalInt.empty(), 0, 100),
            visit(1, 10, OptionalInt.of(0), servesFrom, servesFrom + 5),
            visit(2, 20, OptionalInt.empty(), 50, 100));
    return new TourProblem(
        3,
        (_, _) -> 0,
        1,
        new TourProblem.Frame(OptionalInt.empty(), 0, 100),
        List.of(new TourProblem.Meal(20, new TourProblem.Span(40, 60), 50)),
        visits,
        TourProblem.Limits.NONE,
        TourProblem.Aims.SCORES_ONLY);
  }

  private static TourProblem.Visit visit(
      int place, int minutes, OptionalInt meal, int earliest, int latest) {
    return new TourProblem.Visit(
        place,
        place,
        minutes,
        0,
        0,
        false,
        meal,
        List.of(new TourProblem.Offer(10, List.of(new TourProblem.Span(earliest, latest)))));
  }

  /// Visits on a plane around a base, some with two spans a day.
  private static TourProblem scattered(long seed, int size, int days) {
    var random = new Random(seed);
    int[] x = random.ints(size + 1, 0, 60).toArray();
    int[] y = random.ints(size + 1, 0, 60).toArray();
    List<TourProblem.Visit> visits = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      List<TourProblem.Offer> offers = new ArrayList<>();
      int score = 5 + random.nextInt(20);
      for (int day = 0; day < days; day++) {
        int open = random.nextInt(120);
        List<TourProblem.Span> spans = new ArrayList<>();
        spans.add(new TourProblem.Span(open, open + 30));
        if (random.nextBoolean()) {
          spans.add(new TourProblem.Span(open + 50, open + 60));
        }
        offers.add(new TourProblem.Offer(score, spans));
      }
      visits.add(
          new TourProblem.Visit(
              i,
              i,
              5 + random.nextInt(15),
              random.nextInt(10),
              i % 2,
              false,
              OptionalInt.empty(),
              offers));
    }
    return new TourProblem(
        size + 1,
        (from, to) -> (int) Math.ceil(Math.hypot(x[from] - x[to], y[from] - y[to])),
        days,
        new TourProblem.Frame(OptionalInt.of(0), 0, 200),
        List.of(),
        visits,
        TourProblem.Limits.NONE,
        TourProblem.Aims.SCORES_ONLY);
  }

  private static TourProblem.Visit visit(TourProblem problem, Tours.Step step) {
    return problem.visits().get(((Tours.Step.Visited) step).visit());
  }

  private static long scoreOf(TourProblem problem, Tours tours) {
    long score = 0;
    for (int day = 0; day < problem.days(); day++) {
      for (Tours.Step step : tours.days().get(day)) {
        score += visit(problem, step).offers().get(day).score();
      }
    }
    return score;
  }

  /// Tries every order of every choice.
  private record Exhaustive(TourProblem problem) {

    long best() {
      return best(0, 0, problem.frame().leave(), new boolean[problem.visits().size()]);
    }

    private long best(int day, int at, int time, boolean[] made) {
      long best = 0;
      if (day + 1 < problem.days()) {
        best = best(day + 1, 0, problem.frame().leave(), made);
      }
      for (int i = 0; i < made.length; i++) {
        TourProblem.Visit visit = problem.visits().get(i);
        int arrive = time + problem.travel().applyAsInt(at, visit.point());
        OptionalInt start =
            visit.offers().get(day).starts().stream()
                .filter(span -> arrive <= span.latest())
                .mapToInt(span -> Math.max(arrive, span.earliest()))
                .findFirst();
        if (made[i] || start.isEmpty()) {
          continue;
        }
        int end = start.getAsInt() + visit.minutes();
        if (end + problem.travel().applyAsInt(visit.point(), 0) > problem.frame().back()) {
          continue;
        }
        made[i] = true;
        best =
            Math.max(best, visit.offers().get(day).score() + best(day, visit.point(), end, made));
        made[i] = false;
      }
      return best;
    }
  }
}
