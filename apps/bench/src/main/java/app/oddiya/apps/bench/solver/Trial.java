package app.oddiya.apps.bench.solver;

import app.oddiya.domain.planning.routing.TourProblem;
import app.oddiya.domain.planning.routing.TourSolver;
import app.oddiya.domain.planning.routing.Tours;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What the solver made of an instance.
///
/// @param score as the validator has it
record Trial(String instance, int routes, double score, int iterations) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long SEED = 1;
  private static final double NANOS = 1e9;

  /// Solves on the calling thread for so many seconds of its CPU time; setting up the solver's own
  /// tables is within them.
  static Trial run(Path file, int routes, double seconds) {
    TourProblem problem = Instance.read(file).problem(routes);
    long end = THREADS.getCurrentThreadCpuTime() + (long) (seconds * NANOS);
    Tours tours =
        TourSolver.solve(
            problem, SEED, Integer.MAX_VALUE, () -> THREADS.getCurrentThreadCpuTime() >= end);
    double score = new Validator(file).score(vertices(problem, tours)).doubleValue();
    return new Trial(Instance.nameOf(file), routes, score, tours.iterations());
  }

  private static List<List<Integer>> vertices(TourProblem problem, Tours tours) {
    return tours.days().stream()
        .map(
            day ->
                day.stream()
                    .map(
                        step ->
                            switch (step) {
                              case Tours.Step.Visited(var visit, _) ->
                                  problem.visits().get(visit).place();
                              case Tours.Step.Free free ->
                                  throw new IllegalStateException("a meal: " + free);
                            })
                    .toList())
        .toList();
  }

  /// In percent of the best known; below 0 if this one is better.
  double gapTo(double best) {
    return 100 * (best - score) / best;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-8s %d routes %8d iterations  score %.0f",
        instance,
        routes,
        iterations,
        score);
  }
}
